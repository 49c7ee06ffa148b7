import { compareText } from "@swarm-actions/core";
import { encodeHistory } from "./encode.ts";
import { forget, judgements } from "./forget.ts";
import type { Duration, History, Reliability } from "./history.ts";

/**
 * One history of two, the same in either order. Two branches mostly learned from the same runs before
 * they parted, so nothing is added up: of each task, voter and measurement the better known is kept.
 */
export function mergeHistories(one: History, other: History): History {
  const [older, newer] = byAge(one, other);
  return forget({
    version: 1,
    runs: newer.runs,
    durations: mergeDurations(older, newer),
    readySeconds: measured(older.readySeconds, newer.readySeconds),
    setupSeconds: measured(older.setupSeconds, newer.setupSeconds),
    claimSeconds: measured(older.claimSeconds, newer.claimSeconds),
    reliability: mergeReliability(older.reliability, newer.reliability),
    counted: mergeCounted(older.counted, newer.counted),
  });
}

function measured(older: readonly number[], newer: readonly number[]): readonly number[] {
  return newer.length > 0 ? newer : older;
}

function byAge(one: History, other: History): [older: History, newer: History] {
  if (one.runs !== other.runs) return one.runs < other.runs ? [one, other] : [other, one];
  const inOrder = compareText(encodeHistory(one), encodeHistory(other)) <= 0;
  return inOrder ? [one, other] : [other, one];
}

/** Runs are counted by each history for itself: what was seen last is brought to the newer count. */
function mergeDurations(older: History, newer: History): Map<string, Duration> {
  const merged = new Map(newer.durations);
  const shift = newer.runs - older.runs;
  for (const [key, duration] of older.durations) {
    const moved = { ...duration, seen: duration.seen + shift };
    const known = merged.get(key);
    if (known === undefined || knowsMore(moved, known)) merged.set(key, moved);
  }
  return merged;
}

function knowsMore(one: Duration, other: Duration): boolean {
  return one.seen === other.seen ? one.count > other.count : one.seen > other.seen;
}

/** What either counted is not counted again, even where the other's counts are kept. */
function mergeCounted(older: readonly string[], newer: readonly string[]): readonly string[] {
  const known = new Set(newer);
  return [...older.filter((one) => !known.has(one)), ...newer];
}

function mergeReliability(
  older: ReadonlyMap<string, Reliability>,
  newer: ReadonlyMap<string, Reliability>,
): Map<string, Reliability> {
  const merged = new Map(newer);
  for (const [voter, known] of older) {
    const there = merged.get(voter);
    if (there === undefined || judgements(known) > judgements(there)) merged.set(voter, known);
  }
  return merged;
}
