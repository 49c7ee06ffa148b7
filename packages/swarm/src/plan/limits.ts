import { CodedError } from "@swarm-actions/core";
import type { Candidate } from "./plan.ts";
import { showCount, showDollars, showSeconds } from "./words.ts";

/** What is expected may not exceed these; null: no limit. */
export interface Limits {
  readonly maxCost: number | null;
  readonly maxMinutes: number | null;
}

export function keepsTo(candidate: Candidate, limits: Limits): boolean {
  return costs(candidate, limits) && lasts(candidate, limits);
}

function costs({ costUsd }: Candidate, { maxCost }: Limits): boolean {
  return maxCost === null || costUsd <= maxCost;
}

function lasts({ seconds }: Candidate, { maxMinutes }: Limits): boolean {
  return maxMinutes === null || seconds <= maxMinutes * 60;
}

/**
 * Says what would do: the cheapest that is in time, and the fastest that is within the price.
 * @param curve at least one candidate, none of which keeps to both limits
 */
export function limitsCannotHold(curve: readonly Candidate[], limits: Limits): CodedError {
  const inTime = least(
    curve.filter((candidate) => lasts(candidate, limits)),
    ({ costUsd }) => costUsd,
  );
  const affordable = least(
    curve.filter((candidate) => costs(candidate, limits)),
    ({ seconds }) => seconds,
  );
  const facts = [
    ...describeTime(curve, inTime, limits.maxMinutes),
    ...describeCost(curve, affordable, limits.maxCost),
  ];
  const fixes = [
    affordable === null ? null : `max-minutes to ${Math.ceil(affordable.seconds / 6) / 10}`,
    inTime === null ? null : `max-cost to ${Math.ceil(inTime.costUsd * 1000) / 1000}`,
  ].filter((fix) => fix !== null);
  return new CodedError("plan/limits", `no plan keeps to the limits: ${facts.join("; ")}`, {
    fix: fixes.length === 0 ? "Raise both limits." : `Raise ${fixes.join(", or ")}.`,
    place: inTime === null ? "max-minutes" : "max-cost",
  });
}

function describeTime(
  curve: readonly Candidate[],
  inTime: Candidate | null,
  limit: number | null,
): string[] {
  if (limit === null) return [];
  if (inTime !== null) return [`within ${showSeconds(limit * 60)} the cheapest is ${show(inTime)}`];
  const fastest = least(curve, ({ seconds }) => seconds);
  return [`the fastest is ${show(fastest)}, and ${showSeconds(limit * 60)} is the limit`];
}

function describeCost(
  curve: readonly Candidate[],
  affordable: Candidate | null,
  limit: number | null,
): string[] {
  if (limit === null) return [];
  if (affordable !== null)
    return [`within ${showDollars(limit)} the fastest is ${show(affordable)}`];
  const cheapest = least(curve, ({ costUsd }) => costUsd);
  return [`the cheapest is ${show(cheapest)}, and ${showDollars(limit)} is the limit`];
}

function show(candidate: Candidate | null): string {
  if (candidate === null) return "nothing";
  const { workers, seconds, costUsd } = candidate;
  return `${showSeconds(seconds)} and ${showDollars(costUsd)} with ${showCount(workers, "worker")}`;
}

function least(
  candidates: readonly Candidate[],
  of: (candidate: Candidate) => number,
): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, candidate) => (best === null || of(candidate) < of(best) ? candidate : best),
    null,
  );
}
