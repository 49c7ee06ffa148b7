import type { Kit } from "@swarm-actions/action-kit";
import type { WorkerProgram } from "@swarm-actions/fanout";

/** This very program, which a worker's variable makes a worker. It is ours: it may see what we see. */
export function workerProgram({ environment }: Kit): WorkerProgram {
  const all = Object.entries(environment.variables);
  const set = all.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    words: [process.execPath, process.argv[1] ?? ""],
    cwd: environment.workspace,
    environment: Object.fromEntries(set),
  };
}
