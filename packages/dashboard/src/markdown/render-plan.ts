import { codeOf, cost, counted, wordsOf } from "@swarm-actions/display";
import type { Candidate, SwarmPlan } from "@swarm-actions/swarm";
import { chosenFew } from "../curve.ts";
import { amount, lasting, ratio } from "../units.ts";
import { writeTable } from "./list.ts";

/** What a plan needs to be shown. */
export type ShownPlan = Pick<
  SwarmPlan,
  "key" | "epoch" | "topology" | "mode" | "tasks" | "predictions" | "choice"
>;

/** What will be done by how many and why, as Markdown for the summary of the job that planned. */
export function renderPlan(plan: ShownPlan): string {
  const { key, epoch, tasks, choice } = plan;
  const round = epoch === 0 ? "" : `, round ${epoch + 1}`;
  const title = `${counted(tasks.length, "task")} for ${counted(choice.workers, "worker")}`;
  return [
    `## Plan of swarm ${codeOf(key, 60)}${round}: ${title}`,
    "",
    wordsOf(choice.why, 600),
    "",
    expectation(plan),
    "",
    ...curve(plan),
    "",
  ].join("\n");
}

function expectation({ topology, mode, predictions, choice }: ShownPlan): string {
  const { expected, lowerBound, rho, saturation } = choice;
  const seen = predictions.filter(({ from }) => from === "history").length;
  const way = mode === "queue" ? "workers claim blocks and steal" : "each worker has a fixed list";
  return [
    `- Expected: ${lasting(expected.seconds)}; no schedule ends before ${lasting(lowerBound)} (ρ ${ratio(rho)}).`,
    `- Billed: ${counted(expected.billedMinutes, "minute")}, ${cost(expected.costUsd)}.`,
    `- Way: ${topology}, ${way}.`,
    `- Durations: ${amount(seen)} of ${amount(predictions.length)} known from runs before.`,
    `- More than ${counted(saturation, "worker")} cannot end sooner.`,
  ].join("\n");
}

function curve({ choice }: ShownPlan): readonly string[] {
  const { workers } = choice;
  if (choice.curve.length === 0) return [];
  const cells = (one: Candidate): readonly string[] => [
    one.workers === workers ? `**${one.workers}**` : amount(one.workers),
    lasting(one.seconds),
    amount(one.billedMinutes),
    cost(one.costUsd),
  ];
  const columns = ["Workers:", "Time:", "Billed minutes:", "Cost:"];
  const shown = chosenFew(choice.curve, workers, 20);
  return writeTable(columns, shown, cells, "number", { most: 20, characters: 4000 });
}
