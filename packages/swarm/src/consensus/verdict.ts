import type { Vote } from "./vote.ts";

/** What was decided about one item. Voters come in the order of their names. */
export interface Verdict {
  readonly item: string;
  /** Null: the rule was not met. */
  readonly label: string | null;
  /** Why there is no label; only where there is none. */
  readonly reason?: string;
  /** How likely each label is to be the true one, 0–1, likeliest first; sums to 1 where anybody voted. */
  readonly posterior: readonly { readonly label: string; readonly probability: number }[];
  /** What was cast; who did not answer is in `absences`. */
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
  /** What was asked for, as `readConsensusRule` reads it. */
  readonly rule: string;
  /** What was applied: another one where there were too few votes. */
  readonly applied: string;
  /** Why it is another one; null: it is the same. */
  readonly note: string | null;
  readonly verdicts: readonly Verdict[];
  readonly voters: readonly VoterReliability[];
}
