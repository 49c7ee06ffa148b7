import type { Vote } from "./vote.ts";

/** What was decided about one item. Every list is sorted. */
export interface Verdict {
  readonly item: string;
  /** Null: the rule was not met. */
  readonly label: string | null;
  /** How sure it is, 0–1, by label; sums to 1 where anybody voted. */
  readonly posterior: readonly { readonly label: string; readonly probability: number }[];
  readonly votes: readonly Vote[];
  /** Voters that said something else than was decided. */
  readonly dissent: readonly string[];
  /** Voters that were asked and did not answer. */
  readonly absences: readonly string[];
}

/** How far a voter's word can be trusted, as learned from these items and what was known before. */
export interface VoterReliability {
  readonly voter: string;
  readonly provider: string;
  readonly votes: number;
  /** Probability that it is right, 0–1. */
  readonly reliability: number;
}

/** Verdicts on all items, and by which rule they really came about. */
export interface Aggregation {
  /** What was asked for. */
  readonly rule: string;
  /** What was applied: another one where there were too few votes. */
  readonly applied: string;
  /** Why it is another one; null: it is the same. */
  readonly note: string | null;
  readonly verdicts: readonly Verdict[];
  readonly voters: readonly VoterReliability[];
}
