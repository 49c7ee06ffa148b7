import { availableParallelism } from "node:os";
import { type History, localProcesses, planSwarm, type SwarmPlan } from "@swarm-actions/swarm";
import type { FoundTasks } from "@swarm-actions/tasks";
import { withReports } from "../with-reports.ts";
import type { RunOptions } from "./options.ts";

/** The one swarm of a folder. */
export const swarmKey = "swarm";

/** Processes of one's own machine cost nothing, so that as many as help are worth it. */
const local = { runnerPrice: 0, besideMinutes: 0, usual: localProcesses } as const;

/** Who does what. @throws CodedError `plan/…` */
export function planRun(found: FoundTasks, history: History, options: RunOptions): SwarmPlan {
  const { workers, maxMinutes = null, blockSize = null } = options;
  return planSwarm(found.tasks, withReports(history, found), {
    ...local,
    key: swarmKey,
    workers,
    maxWorkers: availableParallelism(),
    maxMinutes,
    blockSize,
  });
}

/** A further plan, for what has no result. */
export function planAgain(
  tasks: SwarmPlan["tasks"],
  history: History,
  epoch: number,
  workers: number,
): SwarmPlan {
  const options = { ...local, key: swarmKey, epoch, workers: Math.min(workers, tasks.length) };
  return planSwarm(tasks, history, options);
}
