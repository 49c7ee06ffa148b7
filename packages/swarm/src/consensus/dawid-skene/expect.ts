import type { Crowd } from "./crowd.ts";
import type { Model } from "./model.ts";

/** How likely each label is on each item, by item, then label; in log-space until the end. */
export function expectLabels(crowd: Crowd, { shares, logs }: Model): Float64Array {
  const { items, labels, starts, pairs, weights } = crowd;
  const posterior = new Float64Array(items * labels);
  const logShares = shares.map(Math.log);
  for (let item = 0; item < items; item += 1) {
    const row = posterior.subarray(item * labels, (item + 1) * labels);
    row.set(logShares);
    for (let vote = starts[item] ?? 0; vote < (starts[item + 1] ?? 0); vote += 1) {
      const base = (pairs[vote] ?? 0) * labels;
      const weight = weights[vote] ?? 0;
      for (let truth = 0; truth < labels; truth += 1) {
        row[truth] = (row[truth] ?? 0) + weight * (logs[base + truth] ?? 0);
      }
    }
    normalise(row);
  }
  return posterior;
}

/** From logarithms to shares of 1. */
function normalise(row: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of row) top = Math.max(top, value);
  let sum = 0;
  for (let at = 0; at < row.length; at += 1) {
    row[at] = Math.exp((row[at] ?? 0) - top);
    sum += row[at] ?? 0;
  }
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) / sum;
}
