/** The parameters of Dawid and Skene's model. */
export interface Model {
  /** How common each label is; they sum to 1. */
  readonly shares: Float64Array;
  /** By voter: the probability that it is right. */
  readonly reliability: Float64Array;
  /** By pair, then true label: the logarithm of how likely the voter then says the pair's label. */
  readonly logs: Float64Array;
}

/**
 * How likely a voter of that reliability says a label, before anything is seen of how it errs: its errors
 * are spread evenly.
 */
export function meanCell(reliability: number, isTrue: boolean, labels: number): number {
  return isTrue ? reliability : (1 - reliability) / (labels - 1);
}
