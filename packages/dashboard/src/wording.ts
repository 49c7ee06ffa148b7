import { cost, counted } from "@swarm-actions/display";
import type { SwarmFigures, SwarmReport, SwarmUsage } from "@swarm-actions/swarm";
import { amount, lasting, ratio, share } from "./units.ts";

/** The outcome in a few words, with how much of the work it covers. */
export function outcomeTitle({ outcome, coverage }: SwarmReport): string {
  const { tasks, done, failed, missing } = coverage;
  switch (outcome) {
    case "complete":
      return failed.length === 0
        ? "Complete"
        : `Complete, ${counted(failed.length, "task")} failed`;
    case "partial":
      return `Partial: ${counted(missing.length, "task")} missing`;
    case "failed":
      return `Failed: ${amount(done)} of ${counted(tasks, "task")} done`;
  }
}

/** `238 of 240 tasks have a result; 3 of them failed; 2 are missing.` */
export function coverageSentence({ coverage }: SwarmReport): string {
  const { tasks, done, failed, missing } = coverage;
  if (tasks === 0) return "There was nothing to do.";
  const parts = [
    `${amount(done)} of ${counted(tasks, "task")} ${done === 1 ? "has" : "have"} a result`,
    failed.length === 0 ? "none failed" : `${amount(failed.length)} of them failed`,
    missing.length === 0
      ? "none is missing"
      : `${amount(missing.length)} ${missing.length === 1 ? "is" : "are"} missing`,
  ];
  return `${parts.join("; ")}.`;
}

/** How long it took, and how short it could have been at best. */
export function speedSentence({ figures, workers }: SwarmReport): string {
  const { makespan, lowerBound, rho } = figures;
  if (makespan === null) return "No task was done, so that there is nothing to measure.";
  const took = `${counted(workers.length, "worker")} took ${lasting(makespan)} from the first that was ready to the last result`;
  if (lowerBound === null) return `${took}.`;
  return `${took}; no schedule of these tasks on these workers could have taken less than ${lasting(lowerBound)} (ρ ${ratio(rho)}).`;
}

/** Why there were as many workers, and what that promised. Raw: the plan's own words are in it. */
export function choiceSentence({ plan, mode, topology }: SwarmReport): string {
  const { why, workers, expected, lowerBound, rho } = plan.choice;
  const way = mode === "queue" ? "a queue with stealing" : "fixed lists";
  return `${sentence(why)} Planned: ${topology}, ${way}, ${counted(workers, "worker")}, ${lasting(expected.seconds)} of at least ${lasting(lowerBound)} (ρ ${ratio(rho)}).`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** What went to coordination. */
export function queueSentence({ figures, rounds }: SwarmReport): string {
  const { claims, conflicts, steals, speculations, duplicates, retries, overhead } = figures;
  const parts = [
    counted(claims, "claim"),
    counted(conflicts, "conflict"),
    `${counted(steals, "block")} stolen`,
    `${counted(speculations, "speculative copy", "speculative copies")}`,
    `${counted(duplicates, "duplicate result")}`,
    `${counted(retries, "task")} handed out again`,
    counted(rounds, "round"),
  ];
  const spent =
    overhead === null ? "" : ` ${share(overhead)} of the workers' time was not the time of a task.`;
  return `${parts.join(", ")}.${spent}`;
}

/** Whether a figure of the bill is all of it. */
function known({ billed }: SwarmFigures): string {
  return billed === "all" ? "" : "at least ";
}

/** What is billed, and what of it bought nothing. */
export function billSentence({ figures, jobs }: SwarmReport): string {
  if (jobs.length === 0) return "No job was billed: the workers were processes of one machine.";
  const { billedMinutes, wasteMinutes, costUsd } = figures;
  const price = costUsd === null ? "the runners' price is not known" : cost(costUsd);
  return `${counted(jobs.length, "job")} billed ${known(figures)}${counted(billedMinutes, "minute")} (${price}); ${amount(wasteMinutes)} of them bought nothing, as each job rounds up to a whole minute.`;
}

/** What models used, and cost; null when nothing that bills was asked. */
export function usageSentence({ usage }: SwarmReport): string | null {
  if (usage === null) return null;
  const { requests, inputTokens, outputTokens } = usage;
  const tokens = `${counted(inputTokens, "input token")}, ${counted(outputTokens, "output token")}`;
  return `Models: ${counted(requests, "request")}, ${tokens}, cost ${usageCost(usage)}.`;
}

/** `$1.20`, `at least $1.20`, `unknown`. */
function usageCost({ costUsd, unpriced }: SwarmUsage): string {
  return unpriced > 0 && costUsd !== null ? `at least ${cost(costUsd)}` : cost(costUsd);
}

/** How much of GitHub's API the jobs of the swarm used; what programs ask for by themselves nobody counts. */
export function apiSentence({ apiRequests, apiLimit }: SwarmReport): string {
  if (apiRequests === null) return "How many requests went to GitHub's API is not known.";
  const asked = `${counted(apiRequests, "request")} to GitHub's API`;
  if (apiRequests === 0) return `${asked}: artifacts and caches are no part of it.`;
  if (apiLimit === null) return `${asked}.`;
  const { requests, left } = apiLimit;
  return `${asked}, with ${amount(left)} of ${amount(requests)} left until the limit starts anew.`;
}

/** One line of what was planned beside what came. */
export interface FigureRow {
  readonly name: string;
  readonly planned: string;
  readonly measured: string;
}

/** A plan counts what comes before the work too, which no worker can measure. */
export const figuresNote =
  "Planned times count from the start of the first job, measured ones from the first worker that was ready.";

export function figureRows({ plan, figures, workers }: SwarmReport): readonly FigureRow[] {
  const { choice } = plan;
  const row = (name: string, planned: string, measured: string): FigureRow => ({
    name,
    planned,
    measured,
  });
  return [
    row("Workers", amount(choice.workers), amount(workers.length)),
    row("Time", lasting(choice.expected.seconds), lasting(figures.makespan)),
    row("Lower bound", lasting(choice.lowerBound), lasting(figures.lowerBound)),
    row("ρ (time over bound)", ratio(choice.rho), ratio(figures.rho)),
    row(
      "Billed minutes",
      amount(choice.expected.billedMinutes),
      `${known(figures)}${amount(figures.billedMinutes)}`,
    ),
    row(
      "Runners",
      cost(choice.expected.costUsd),
      figures.costUsd === null ? "unknown" : `${known(figures)}${cost(figures.costUsd)}`,
    ),
  ];
}
