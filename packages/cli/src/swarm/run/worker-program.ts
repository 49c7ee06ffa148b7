import type { WorkerProgram } from "@swarm-actions/fanout";

/** This very program again, as a worker. */
export function workerProgram(directory: string): WorkerProgram {
  const set = Object.entries(process.env).filter((one): one is [string, string] => {
    return one[1] !== undefined;
  });
  return {
    words: [process.execPath, process.argv[1] ?? "", "swarm", "worker"],
    cwd: directory,
    environment: Object.fromEntries(set),
  };
}
