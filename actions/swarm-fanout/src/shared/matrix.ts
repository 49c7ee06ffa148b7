/** A matrix of workers, for `strategy.matrix`: one for each list. */
export function matrixOf(lists: readonly unknown[]): string {
  return JSON.stringify({ worker: [...lists.keys()] });
}
