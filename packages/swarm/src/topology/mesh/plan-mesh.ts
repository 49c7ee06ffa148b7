import { CodedError } from "@swarm-actions/core";
import type { History } from "../../history/history.ts";
import { predictTasks } from "../../history/predict.ts";
import { checkOptions } from "../../plan/check-options.ts";
import { checkTasks } from "../../plan/check-tasks.ts";
import { conditionsFrom } from "../../plan/conditions.ts";
import { expectedReady } from "../../plan/cut-blocks-ready.ts";
import { lowerBound } from "../../plan/lower-bound.ts";
import type { Candidate, Prediction, SwarmPlan, WorkerChoice } from "../../plan/plan.ts";
import { type PlanOptions, planDefaults } from "../../plan/plan-options.ts";
import { showCount } from "../../plan/words.ts";
import type { Task } from "../../task.ts";
import { meshKey } from "./mesh-key.ts";

/** Who the agents of a mesh are: so many, or those of a panel by name, a worker each. */
export type MeshAgents = number | readonly string[];

/**
 * A plan in which every worker is an agent that does every task. So that none is lost when an agent dies,
 * a task of the plan is one agent's part in one task: `x@w2` is what agent 2 says to `x`.
 * @throws CodedError as `planSwarm`; `plan/bad-option`: fewer than 2 agents, or more than fit a matrix
 */
export function planMesh(
  tasks: readonly Task[],
  agents: MeshAgents,
  history: History,
  options: Partial<PlanOptions> & Pick<PlanOptions, "key">,
): SwarmPlan {
  const count = typeof agents === "number" ? agents : agents.length;
  if (!Number.isInteger(count) || count < 2 || count > 256) throw badAgents(count);
  const all = { ...planDefaults, ...options };
  checkOptions(all);
  const each = Array.from({ length: count }, (_, agent) =>
    tasks.map((task) => taskOfAgent(task, agent, agents)),
  );
  const parts = each.flat();
  checkTasks(parts);
  const predictions = predictTasks(parts, history);
  const conditions = conditionsFrom(history, all.usual);
  const ready = expectedReady(count, conditions.ready);
  return {
    version: 1,
    key: all.key,
    epoch: all.epoch,
    topology: "mesh",
    mode: "static",
    tasks: parts,
    predictions,
    lists: each.map((list, worker) => listOf(list.length, worker, predictions)),
    choice: choiceOf(tasks.length, predictions, ready, all),
    claimSeconds: conditions.claimSeconds,
  };
}

function taskOfAgent(task: Task, agent: number, agents: MeshAgents): Task {
  const name = typeof agents === "number" ? undefined : agents[agent];
  const part = { ...task, key: meshKey(task.key, agent) };
  return name === undefined ? part : { ...part, asks: [name] };
}

function listOf(count: number, worker: number, predictions: readonly Prediction[]) {
  if (count === 0) return [];
  const tasks = Array.from({ length: count }, (_, at) => worker * count + at);
  return [{ worker, block: 0, tasks, seconds: secondsOf(tasks, predictions) }];
}

function secondsOf(tasks: readonly number[], predictions: readonly Prediction[]): number {
  return tasks.reduce((sum, task) => sum + (predictions[task]?.mean ?? 0), 0);
}

/** One round; further ones are as long again, and end early where nothing changes. */
function choiceOf(
  each: number,
  predictions: readonly Prediction[],
  ready: readonly number[],
  { runnerPrice, besideMinutes }: PlanOptions,
): WorkerChoice {
  const ends = ready.map((at, worker) => {
    const own = Array.from({ length: each }, (_, task) => worker * each + task);
    return at + secondsOf(own, predictions);
  });
  const seconds = ends.reduce((most, end) => Math.max(most, end), 0);
  const billed = ends.reduce((sum, end) => sum + Math.ceil(end / 60), besideMinutes);
  const workers = ready.length;
  const expected: Candidate = {
    workers,
    seconds,
    billedMinutes: billed,
    costUsd: billed * runnerPrice,
  };
  const bound = Math.min(
    seconds,
    lowerBound(
      predictions.map(({ mean }) => mean),
      ready.map((at) => ({ ready: at, speed: 1 })),
    ),
  );
  return {
    workers,
    why: `${showCount(workers, "worker")}: one for each agent of the mesh.`,
    lowerBound: bound,
    expected,
    rho: bound > 0 ? seconds / bound : 1,
    saturation: workers,
    curve: [expected],
  };
}

function badAgents(count: number): CodedError {
  return new CodedError("plan/bad-option", `a mesh of ${showCount(count, "agent")}`, {
    fix: "Give a mesh 2 to 256 agents.",
    place: "agents",
  });
}
