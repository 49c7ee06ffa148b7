import { keepsTo, type Limits, limitsCannotHold } from "./limits.ts";
import type { Candidate } from "./plan.ts";

/** What so many workers would come to; each is asked for a number at most once. */
export interface Player {
  /** At little cost. */
  readonly imagine: (workers: number) => Candidate;
  /** With care: for those numbers that may be taken, and what they are compared with. */
  readonly playOut: (workers: number) => Candidate;
}

export interface ChoiceOptions extends Limits {
  /** US dollars a minute of waiting. */
  readonly waitingCost: number;
  /** More make no sense: as many tasks, as saturation, as may run at once. At least 1. */
  readonly most: number;
  /** As many as `most` where the number was asked for, else 1. */
  readonly least: number;
}

export interface Chosen {
  readonly expected: Candidate;
  /** What was looked at, fewest workers first. */
  readonly curve: readonly Candidate[];
}

/** Of choices that differ by less than this the one with fewer workers is taken. */
const indifference = 0.01;

/**
 * The number of workers whose price and waiting together cost least, within the limits.
 * @throws CodedError `plan/limits` when no number keeps to them
 */
export function chooseWorkers(player: Player, options: ChoiceOptions): Chosen {
  const curve = playOutBest(lookAround(player, options), player, options);
  const allowed = curve.filter((candidate) => keepsTo(candidate, options));
  if (allowed.length === 0) throw limitsCannotHold(curve, options);
  return { expected: bestOf(allowed, options), curve };
}

function lookAround({ imagine }: Player, options: ChoiceOptions): ReadonlyMap<number, Candidate> {
  const seen = new Map<number, Candidate>();
  const look = (workers: number): void => {
    if (workers >= options.least && workers <= options.most && !seen.has(workers)) {
      seen.set(workers, imagine(workers));
    }
  };
  for (const workers of firstLooks(options.most)) look(workers);
  for (let step = coarsest(options.most); step >= 1; step = Math.floor(step / 2)) {
    const { workers } = bestOf([...seen.values()], options);
    look(workers - step);
    look(workers + step);
  }
  return seen;
}

/** The best as far as is known is played with care, and the next larger one; until it stays the best. */
function playOutBest(
  seen: ReadonlyMap<number, Candidate>,
  { playOut }: Player,
  options: ChoiceOptions,
): Candidate[] {
  const curve = [...seen.values()].sort((a, b) => a.workers - b.workers);
  const played = new Set<number>();
  for (;;) {
    const at = curve.indexOf(bestOf(curve, options));
    const open = [at, at + 1].filter((place) => place < curve.length && !played.has(place));
    if (open.length === 0) return curve;
    for (const place of open) {
      const { workers = 0 } = curve[place] ?? {};
      curve[place] = playOut(workers);
      played.add(place);
    }
  }
}

/** Every number up to 20, then steps of about an eighth: between them it looks closer at the best. */
function firstLooks(most: number): number[] {
  const looks: number[] = [];
  for (let workers = 1; workers < most; workers += workers < 20 ? 1 : Math.floor(workers / 8)) {
    looks.push(workers);
  }
  return [...looks, most];
}

function coarsest(most: number): number {
  return most <= 20 ? 0 : 2 ** Math.floor(Math.log2(most / 16));
}

function bestOf(candidates: readonly Candidate[], options: ChoiceOptions): Candidate {
  const allowed = candidates.filter((candidate) => keepsTo(candidate, options));
  const among = allowed.length > 0 ? allowed : candidates;
  const least = Math.min(...among.map((candidate) => burden(candidate, options)));
  const good = among.filter(
    (candidate) => burden(candidate, options) <= least * (1 + indifference),
  );
  return good.reduce((best, other) => (other.workers < best.workers ? other : best));
}

/** US dollars: what is paid, and what waiting costs. Without either, only time counts. */
function burden({ seconds, costUsd }: Candidate, { waitingCost }: ChoiceOptions): number {
  const worth = costUsd + (waitingCost * seconds) / 60;
  return worth > 0 ? worth : seconds;
}
