/** What hangs on a board: a claim, a page of results, a plan. */
export interface BoardEntry {
  readonly name: string;
  /** Bytes, as stored. */
  readonly size: number;
}

/**
 * `won`: the name is ours. `taken`: somebody else has it, or had it and died. `unknown`: the answer was
 * lost, so that it may be ours or nobody's.
 */
export type ClaimAnswer = "won" | "taken" | "unknown";

/**
 * Where the workers of a swarm meet. Names can be used once. A name that was taken may never show in the
 * list, the list may be late, and nothing here happens exactly once: results are the truth, not claims.
 */
export interface Board {
  /** Takes a name. @throws CodedError `board/unavailable` when even repeating did not help */
  readonly claim: (name: string, signal: AbortSignal) => Promise<ClaimAnswer>;
  /** All that can be seen whose name begins so. */
  readonly list: (prefix: string, signal: AbortSignal) => Promise<readonly BoardEntry[]>;
  /** Keeps a content under a new name; `taken` when the name is used up. */
  readonly put: (name: string, content: string, signal: AbortSignal) => Promise<"kept" | "taken">;
  /** @throws CodedError `board/not-found`, `board/too-large`: it is more than `limit` bytes */
  readonly get: (name: string, limit: number, signal: AbortSignal) => Promise<string>;
  /** Takes it down; false: it was gone already. @throws CodedError `board/unavailable`: it is still there */
  readonly remove: (name: string, signal: AbortSignal) => Promise<boolean>;
}
