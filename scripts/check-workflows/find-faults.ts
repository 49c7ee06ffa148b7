import { askActionlint } from "./ask-actionlint.ts";
import { loadGitHubService } from "./ask-github.ts";
import { askZizmor, type Zizmor } from "./ask-zizmor.ts";
import { checkHandoffs } from "./check-handoffs.ts";
import { checkProperties } from "./check-properties.ts";
import { askOwnRules } from "./rules/index.ts";
import { type Fault, findSources } from "./source.ts";

/** What is wrong with the workflows, templates and actions of a checkout, and how many there are. */
export interface WorkflowFaults {
  readonly faults: readonly Fault[];
  readonly sources: number;
}

/** Asks every judge about everything; zizmor only when it is there. */
export async function findWorkflowFaults(
  top: string,
  zizmor: Zizmor | null,
): Promise<WorkflowFaults> {
  const sources = findSources(top);
  const askGitHub = await loadGitHubService(top);
  const faults: Fault[] = [...checkProperties(top), ...checkHandoffs(sources)];
  for (const source of sources) {
    faults.push(...(await askGitHub(source)), ...(await askActionlint(source)));
    faults.push(...askOwnRules(source, top));
  }
  if (zizmor !== null) faults.push(...askZizmor(sources, zizmor));
  return { faults, sources: sources.length };
}
