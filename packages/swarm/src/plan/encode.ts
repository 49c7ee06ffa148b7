import { compareText, digest } from "@swarm-actions/core";
import type { Json, Task } from "../task.ts";
import type {
  ApiUse,
  Block,
  Candidate,
  PlanNote,
  Prediction,
  SwarmPlan,
  WorkerChoice,
} from "./plan.ts";

/**
 * A plan as canonical JSON: equal plans give equal bytes. Members are put in order by hand, which for a
 * hundred thousand tasks is several times as fast as sorting each.
 */
export function encodePlan(plan: SwarmPlan): string {
  const { choice, claimSeconds, epoch, key, mode, topology, version } = plan;
  return JSON.stringify({
    choice: choiceInOrder(choice),
    claimSeconds,
    epoch,
    key,
    lists: plan.lists.map((list) => list.map(blockInOrder)),
    mode,
    ...(plan.note === undefined ? {} : { note: noteInOrder(plan.note) }),
    ...(plan.pageSeconds === undefined ? {} : { pageSeconds: plan.pageSeconds }),
    predictions: plan.predictions.map(predictionInOrder),
    tasks: plan.tasks.map(taskInOrder),
    topology,
    version,
  });
}

/** Tells plans apart: what pages and reports name the plan by. */
export function planDigest(plan: SwarmPlan): string {
  return digest(encodePlan(plan));
}

function choiceInOrder(choice: WorkerChoice): WorkerChoice {
  const { curve, expected, lowerBound, rho, saturation, why, workers } = choice;
  return {
    curve: curve.map(candidateInOrder),
    expected: candidateInOrder(expected),
    lowerBound,
    rho,
    saturation,
    why,
    workers,
  };
}

function candidateInOrder({ billedMinutes, costUsd, seconds, workers }: Candidate): Candidate {
  return { billedMinutes, costUsd, seconds, workers };
}

function noteInOrder({ api, change, ...note }: PlanNote): PlanNote {
  const { agents, endedAt, isAdaptive, maxCost, runnerPrice, startedAt } = note;
  const commits = change === null ? null : { base: change.base, head: change.head };
  const asked = agents === undefined ? {} : { agents };
  const limit = maxCost === undefined ? {} : { maxCost };
  const used = api === undefined ? {} : { api: apiInOrder(api) };
  const rest = { change: commits, endedAt, isAdaptive, ...limit, runnerPrice, startedAt };
  return { ...asked, ...used, ...rest };
}

function apiInOrder({ limit, requests }: ApiUse): ApiUse {
  const told = limit === null ? null : { left: limit.left, requests: limit.requests };
  return { limit: told, requests };
}

function blockInOrder({ block, seconds, tasks, worker }: Block): Block {
  return { block, seconds, tasks, worker };
}

function predictionInOrder({ from, mean, variance }: Prediction): Prediction {
  return { from, mean, variance };
}

function taskInOrder({ affinity, asks, key, kind, payload, size }: Task): Task {
  const asked = asks === undefined ? {} : { asks };
  return { affinity, ...asked, key, kind, payload: jsonInOrder(payload), size };
}

function jsonInOrder(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(jsonInOrder);
  const members = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(members.map(([name, member]) => [name, jsonInOrder(member)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
