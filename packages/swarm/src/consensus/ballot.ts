/** `missing`: the voter was out of scope or failed. It never counts as a "no". */
export type YesOrNo = "yes" | "no" | "missing";

/** What one voter says about one item. */
export interface Ballot {
  /** Unique among the ballots of an item. */
  readonly voter: string;
  /** Whose judgement the voter carries; voters of one provider share one vote. */
  readonly provider: string;
  /** Above 0; 1 is ordinary. Only rules that weigh look at it. */
  readonly weight: number;
  readonly vote: YesOrNo;
}
