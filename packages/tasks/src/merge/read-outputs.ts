import type { TaskResult } from "@swarm-actions/swarm";
import { type PanelOutput, panelOutput } from "../runners/panel/panel-output.ts";

/** What panels answered, by task. Results are hostile: what is no answer of a panel is left out. */
export function readOutputs(results: readonly TaskResult[]): ReadonlyMap<string, PanelOutput> {
  const read = results.flatMap(({ key, output }) => {
    const parsed = panelOutput.safeParse(output);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return new Map(read);
}
