import { CodedError } from "@swarm-actions/core";
import type { History } from "../history/history.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import { type PlanOptions, planDefaults } from "../plan/plan-options.ts";
import { planSwarm } from "../plan/plan-swarm.ts";
import type { Task } from "../task.ts";
import { askPanel } from "./adaptive/ask-panel.ts";
import { chooseTopology, type TopologyFacts } from "./choose-topology.ts";
import { planHierarchy } from "./hierarchical/plan-hierarchy.ts";
import { planMesh } from "./mesh/plan-mesh.ts";

export interface TopologyOptions extends Partial<Omit<PlanOptions, "topology">> {
  readonly key: string;
  readonly asked: TopologyFacts["asked"];
  /** Of a hierarchical swarm. */
  readonly groups: number | "auto";
  /** Agents by name: of a mesh a worker each, of an adaptive swarm those that may be asked; or none. */
  readonly agents: readonly string[];
  /** More agents: of a mesh as the others, of an adaptive swarm those that every task asks at first. */
  readonly always?: readonly string[];
}

/** What was planned: of the whole, and of each group where there are groups. */
export interface PlannedTopology {
  readonly top: SwarmPlan;
  readonly groups: readonly SwarmPlan[];
  /** Of an adaptive swarm: whom it may ask further, best first. */
  readonly agents: readonly string[];
}

/**
 * Plans whichever graph of jobs was asked for. A mesh without agents that are known by name has `workers`.
 * @throws CodedError as `planSwarm`, `planMesh` and `planHierarchy`; `plan/bad-option`: a mesh of nobody
 */
export function planTopology(
  tasks: readonly Task[],
  history: History,
  { asked, groups, agents, always = [], ...options }: TopologyOptions,
): PlannedTopology {
  const { workers, maxWorkers } = { ...planDefaults, ...options };
  const topology = chooseTopology({ asked, tasks: tasks.length, workers, maxWorkers });
  if (topology === "mesh") {
    const named = [...always, ...agents];
    const each = named.length > 0 ? named : agentCount(workers);
    return { top: planMesh(tasks, each, history, options), groups: [], agents: [] };
  }
  const ask =
    asked === "adaptive" ? askPanel(tasks, agents, history, always) : { tasks, agents: [] };
  if (topology === "hierarchical") {
    const planned = planHierarchy(ask.tasks, history, { ...options, groups });
    return { ...planned, agents: ask.agents };
  }
  return { top: planSwarm(ask.tasks, history, options), groups: [], agents: ask.agents };
}

function agentCount(workers: number | "auto"): number {
  if (workers !== "auto") return workers;
  throw new CodedError("plan/bad-option", "nothing says who the agents of the mesh are", {
    fix: "Name the agents, or say with `workers` how many there are.",
    place: "agents",
  });
}
