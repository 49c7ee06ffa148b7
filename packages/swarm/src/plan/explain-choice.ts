import type { Candidate } from "./plan.ts";
import { showCount, showDollars, showSeconds } from "./words.ts";

/** What decided. */
export interface Grounds {
  readonly expected: Candidate;
  readonly curve: readonly Candidate[];
  readonly saturation: number;
  readonly tasks: number;
  readonly maxWorkers: number;
  readonly isForced: boolean;
  readonly maxCost: number | null;
  readonly maxMinutes: number | null;
}

/** Why there are as many workers as there are: one sentence, with the figures of the next best. */
export function explainChoice(grounds: Grounds): string {
  const { expected } = grounds;
  const workers = showCount(expected.workers, "worker");
  if (grounds.isForced) return `${workers}: as asked for.`;
  const next = grounds.curve.find((candidate) => candidate.workers > expected.workers);
  if (next === undefined) return `${workers}: ${whyNoMore(grounds)}.`;
  const broken = brokenLimit(next, grounds);
  if (broken !== null) return `${workers}: ${next.workers} would ${broken}.`;
  return `${workers}: ${compare(expected, next)}.`;
}

function whyNoMore({ expected, saturation, tasks, maxWorkers }: Grounds): string {
  if (expected.workers >= tasks) return `one for each of ${showCount(tasks, "task")}`;
  if (expected.workers >= saturation) {
    return "with more the longest task would still last as long as all the rest";
  }
  return `no more than ${maxWorkers} may run at once`;
}

function brokenLimit(next: Candidate, { maxCost, maxMinutes }: Grounds): string | null {
  if (maxCost !== null && next.costUsd > maxCost) {
    return `cost ${showDollars(next.costUsd)}, and ${showDollars(maxCost)} is the limit`;
  }
  if (maxMinutes !== null && next.seconds > maxMinutes * 60) {
    return `take ${showSeconds(next.seconds)}, and ${showSeconds(maxMinutes * 60)} is the limit`;
  }
  return null;
}

function compare(expected: Candidate, next: Candidate): string {
  const saved = expected.seconds - next.seconds;
  const more = next.billedMinutes - expected.billedMinutes;
  const time = saved > 0 ? `would save ${showSeconds(saved)}` : "would save no time";
  if (more > 0.05) return `${next.workers} ${time} for ${showMinutes(more)} more`;
  return `${next.workers} ${time}, too little for one more job`;
}

/** Expected minutes are means, so they need not be whole. */
function showMinutes(minutes: number): string {
  const shown = Number(minutes.toFixed(1));
  return `${shown} billed ${shown === 1 ? "minute" : "minutes"}`;
}
