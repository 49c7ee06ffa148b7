import { CodedError } from "@swarm-actions/core";
import type { Reliability } from "../history/history.ts";
import { named } from "./check-vote.ts";

/** What is known of voters from earlier runs, by name. */
export type KnownReliability = ReadonlyMap<string, Reliability>;

/**
 * A voter of whom nothing is known counts as one that was right 7 times and wrong 3 times: a Beta
 * distribution whose mean is 0.7.
 */
const unknown: Reliability = { right: 7, wrong: 3 };

/** What was learned long ago weighs at most as much as so many votes of today. */
const mostCarried = 100;

/**
 * What is believed of a voter before its votes are seen, as counts of a Beta distribution.
 * @throws CodedError `consensus/invalid-reliability` naming the voter.
 */
export function beliefIn(voter: string, known: KnownReliability): Reliability {
  const carried = known.get(voter);
  if (carried === undefined) return unknown;
  const total = carried.right + carried.wrong;
  if (!(carried.right >= 0 && carried.wrong >= 0 && Number.isFinite(total))) throw invalid(voter);
  const scale = total > mostCarried ? mostCarried / total : 1;
  return {
    right: unknown.right + carried.right * scale,
    wrong: unknown.wrong + carried.wrong * scale,
  };
}

/** The mean: the probability that the voter is right. */
function meanOf({ right, wrong }: Reliability): number {
  return right / (right + wrong);
}

/**
 * What a voter's word weighs among `labels` labels, by what is known of it, in units of one of whom
 * nothing is known: the logarithm of the odds that it is right. It never counts against itself, however
 * often it was wrong, and never more than four times.
 */
export function weightOf(voter: string, known: KnownReliability, labels: number): number {
  if (!known.has(voter)) return 1;
  const weight = logOdds(meanOf(beliefIn(voter, known)), labels) / unitOf(labels);
  return Math.min(4, Math.max(0.05, weight));
}

/** How much likelier a label is for one vote of somebody unknown, as a logarithm. */
export function unitOf(labels: number): number {
  return logOdds(meanOf(unknown), labels);
}

function logOdds(reliability: number, labels: number): number {
  return Math.log((reliability * (labels - 1)) / (1 - reliability));
}

function invalid(voter: string): CodedError {
  const message = `what is known of ${named(voter)} are no counts`;
  return new CodedError("consensus/invalid-reliability", message, {
    fix: "Give how often it was right and wrong as numbers of 0 or more.",
    place: voter,
  });
}
