/** What one voter says about one item, among labels of any kind. */
export interface Vote {
  readonly item: string;
  /** Unique for an item. */
  readonly voter: string;
  /** Whose judgement the voter carries; default: its own. */
  readonly provider?: string;
  /** Null: it was asked and did not answer. */
  readonly label: string | null;
  /** What else it would accept, best first, `label` included; only `borda` and `approval` look at it. */
  readonly ranking?: readonly string[];
  /** Above 0; 1 is ordinary. */
  readonly weight?: number;
}
