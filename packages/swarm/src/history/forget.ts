import { compareText } from "@swarm-actions/core";
import type { Duration, History, Reliability } from "./history.ts";

/** What a history holds at most, so that it stays a few megabytes in a cache. */
export const historyLimits = {
  /** Runs after which a task that was not seen is forgotten. */
  runs: 200,
  durations: 120_000,
  /** Of ready times and of claims: about what two large matrices tell. */
  samples: 512,
  voters: 2_000,
  /** Judgements of one voter: beyond this, older ones fade, as agents change. */
  judgements: 1_000,
  /** Findings that were counted: those of a few hundred pull requests. */
  counted: 10_000,
} as const;

/** Drops what was not seen for long, and the longest unseen where there is too much. */
export function forget(history: History): History {
  return {
    ...history,
    durations: recent(history),
    reliability: mostJudged(history.reliability),
    counted: history.counted.slice(-historyLimits.counted),
  };
}

export function keepLast(values: readonly number[]): readonly number[] {
  return values.slice(-historyLimits.samples);
}

function recent({ durations, runs }: History): ReadonlyMap<string, Duration> {
  const kept = [...durations].filter(([, { seen }]) => runs - seen <= historyLimits.runs);
  if (kept.length <= historyLimits.durations) return new Map(kept);
  kept.sort(([a, one], [b, other]) => other.seen - one.seen || compareText(a, b));
  return new Map(kept.slice(0, historyLimits.durations));
}

function mostJudged(voters: ReadonlyMap<string, Reliability>): ReadonlyMap<string, Reliability> {
  const faded = [...voters].map(([voter, known]) => [voter, fade(known)] as const);
  if (faded.length <= historyLimits.voters) return new Map(faded);
  faded.sort(([a, one], [b, other]) => judgements(other) - judgements(one) || compareText(a, b));
  return new Map(faded.slice(0, historyLimits.voters));
}

function fade(known: Reliability): Reliability {
  const share = Math.min(1, historyLimits.judgements / Math.max(1, judgements(known)));
  return { right: known.right * share, wrong: known.wrong * share };
}

export function judgements({ right, wrong }: Reliability): number {
  return right + wrong;
}
