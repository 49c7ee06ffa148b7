/** What is remembered of one task: an exponentially weighted mean and variance of its seconds. */
export interface Duration {
  readonly mean: number;
  readonly variance: number;
  /** How often it was seen. */
  readonly count: number;
  readonly kind: string;
  /** The run that saw it last, by `History.runs`; what is long gone is forgotten. */
  readonly seen: number;
}

/** How often a voter was right (accepted) and wrong (dismissed). */
export interface Reliability {
  readonly right: number;
  readonly wrong: number;
}

/** What runs learn from each other. It is kept in a cache: it may be gone, or old, or hostile. */
export interface History {
  readonly version: 1;
  /** How many runs it was learned from. */
  readonly runs: number;
  /** By task key. */
  readonly durations: ReadonlyMap<string, Duration>;
  /** Seconds from the start of the run to a worker that is ready, latest last. */
  readonly readySeconds: readonly number[];
  /** Of these, seconds that its job was running and billed before it was ready, latest last. */
  readonly setupSeconds: readonly number[];
  /** Seconds a claim took, latest last. */
  readonly claimSeconds: readonly number[];
  /** By voter. */
  readonly reliability: ReadonlyMap<string, Reliability>;
  /** Digests of the findings that `reliability` was learned from, the latest told last; see `learnOutcomes`. */
  readonly counted: readonly string[];
}

export const noHistory: History = {
  version: 1,
  runs: 0,
  durations: new Map(),
  readySeconds: [],
  setupSeconds: [],
  claimSeconds: [],
  reliability: new Map(),
  counted: [],
};
