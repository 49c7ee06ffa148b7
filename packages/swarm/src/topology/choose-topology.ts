import type { Topology } from "../plan/plan.ts";
import { needsGroups } from "./hierarchical/plan-hierarchy.ts";

/** What is asked for, and what there is to do. */
export interface TopologyFacts {
  /** `adaptive` is flat or in groups at first; `nextRound` then says whom to ask further. */
  readonly asked: "auto" | "flat" | "hierarchical" | "mesh" | "adaptive";
  readonly tasks: number;
  /** `auto`: as many as are worth it, up to `maxWorkers`. */
  readonly workers: number | "auto";
  readonly maxWorkers: number;
}

/**
 * The graph of jobs for some work. Groups only past 256 jobs, as they cost a lead each; rounds in which
 * agents read each other only where they are asked for, as they add little over votes.
 */
export function chooseTopology({ asked, tasks, workers, maxWorkers }: TopologyFacts): Topology {
  if (asked !== "auto" && asked !== "adaptive") return asked;
  const wanted = Math.min(tasks, workers === "auto" ? maxWorkers : workers);
  return needsGroups(wanted) ? "hierarchical" : "flat";
}
