import type { Crowd } from "./crowd.ts";

/** What was seen, each vote shared out over the labels that may be true. */
export interface Counts {
  /** By pair, then true label: how often the voter said the pair's label. */
  readonly cells: Float64Array;
  /** By voter, then true label: how often it voted. */
  readonly rows: Float64Array;
  /** By label: on how many items it is true. */
  readonly items: Float64Array;
}

/** @param posterior how likely each label is, by item, then label */
export function countVotes(crowd: Crowd, posterior: Float64Array): Counts {
  const { labels, starts, pairs, pairVoter } = crowd;
  const cells = new Float64Array(pairVoter.length * labels);
  const rows = new Float64Array(crowd.voters * labels);
  const items = new Float64Array(labels);
  for (let item = 0; item < crowd.items; item += 1) {
    const begin = starts[item] ?? 0;
    const end = starts[item + 1] ?? 0;
    if (begin === end) continue;
    const belief = posterior.subarray(item * labels, (item + 1) * labels);
    addTo(items, 0, belief);
    for (let vote = begin; vote < end; vote += 1) {
      const pair = pairs[vote] ?? 0;
      addTo(cells, pair * labels, belief);
      addTo(rows, (pairVoter[pair] ?? 0) * labels, belief);
    }
  }
  return { cells, rows, items };
}

function addTo(sums: Float64Array, begin: number, more: Float64Array): void {
  for (let at = 0; at < more.length; at += 1) {
    sums[begin + at] = (sums[begin + at] ?? 0) + (more[at] ?? 0);
  }
}
