import { cost, counted, duration } from "@swarm-actions/display";
import type { Candidate, SwarmPlan } from "@swarm-actions/swarm";
import { table } from "../table.ts";

/** A plan for people: how many workers and why, what other numbers would come to, and who does what. */
export function planAsText(plan: SwarmPlan): string {
  const { choice } = plan;
  const parts = [choice.why, facts(plan)];
  if (choice.curve.length > 1) parts.push(curveOf(plan));
  if (plan.lists.length > 0) parts.push(listsOf(plan));
  return `${parts.join("\n\n")}\n`;
}

function facts({ tasks, predictions, choice, mode, lists }: SwarmPlan): string {
  const { expected, lowerBound, rho } = choice;
  const known = predictions.filter(({ from }) => from === "history").length;
  const blocks = lists.reduce((sum, list) => sum + list.length, 0);
  return table(
    [
      ["tasks", `${tasks.length}, ${known} of them seen before`],
      ["expected", `${seconds(expected.seconds)}, ${bill(expected)}`],
      ["lower bound", `${seconds(lowerBound)}, so that ρ is ${rho.toFixed(2)}`],
      ["mode", mode === "queue" ? "queue: workers claim and steal" : "static: nothing is claimed"],
      ["blocks", `${blocks}`],
    ],
    "left",
  );
}

/** Of a long curve every number around the choice, and some of the others. */
function curveOf({ choice: { curve, workers } }: SwarmPlan): string {
  const step = Math.max(1, Math.ceil(curve.length / 12));
  const shown = curve.filter(
    (candidate, at) => at % step === 0 || Math.abs(candidate.workers - workers) <= 1,
  );
  const rows = shown.map((candidate) => [
    candidate.workers === workers ? "→" : "",
    `${candidate.workers}`,
    seconds(candidate.seconds),
    minutes(candidate),
    cost(candidate.costUsd),
  ]);
  return table([["", "workers", "time", "billed minutes", "cost"], ...rows]);
}

function listsOf({ lists }: SwarmPlan): string {
  const rows = lists.map((list, worker) => [
    `${worker}`,
    `${list.reduce((sum, { tasks }) => sum + tasks.length, 0)}`,
    seconds(list.reduce((sum, block) => sum + block.seconds, 0)),
    `${list.length}`,
  ]);
  return table([["worker", "tasks", "predicted", "blocks"], ...rows]);
}

function bill(expected: Candidate): string {
  return `${counted(Number(minutes(expected)), "billed minute")}, ${cost(expected.costUsd)}`;
}

/** Means of several imagined runs, so they need not be whole. */
function minutes({ billedMinutes }: Candidate): string {
  return `${Number(billedMinutes.toFixed(1))}`;
}

function seconds(value: number): string {
  return duration(value * 1000);
}
