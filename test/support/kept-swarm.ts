import type { Json, SwarmReport, TaskResult } from "@swarm-actions/swarm";
import { unzipSync } from "fflate";
import type { WorkflowResult } from "./act.ts";
import { artifactsOf } from "./fork-scenario.ts";

/** One line of `results.jsonl`. */
interface KeptResult extends Omit<TaskResult, "output"> {
  readonly output: Json;
  readonly worker: number;
  readonly epoch: number;
  readonly attempt: number;
}

/** The one artifact that remains of a swarm. */
export interface KeptSwarm {
  readonly report: SwarmReport;
  readonly results: readonly KeptResult[];
  /** Its files, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads it. @param name by default the swarm's usual key */
export function keptSwarm(run: WorkflowResult["run"], name = "swarm"): KeptSwarm {
  const artifact = artifactsOf(run).find((one) => one.name === name);
  if (artifact === undefined) {
    const names = artifactsOf(run).map((one) => one.name);
    throw new Error(`there is no artifact ${name} among ${names.join(", ")}`);
  }
  const files = new Map(
    Object.entries(unzipSync(artifact.content)).map(([file, bytes]) => [
      file,
      Buffer.from(bytes).toString("utf8"),
    ]),
  );
  const lines = (files.get("results.jsonl") ?? "").split("\n").filter(Boolean);
  return {
    report: JSON.parse(files.get("report.json") ?? ""),
    results: lines.map((line): KeptResult => JSON.parse(line)),
    files,
  };
}
