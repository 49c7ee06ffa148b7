import type { Counts } from "./count.ts";
import type { Crowd } from "./crowd.ts";
import { type Model, meanCell } from "./model.ts";

/** Pseudo-items behind the share of each label. */
const shareStrength = 3;

/** The probability that each voter is right, given what was seen and what was believed before. */
export function reliabilityOf(crowd: Crowd, { cells, rows }: Counts): Float64Array {
  const { labels, voters, pairVoter, pairLabel } = crowd;
  const right = Float64Array.from(crowd.right);
  pairVoter.forEach((voter, pair) => {
    right[voter] = (right[voter] ?? 0) + (cells[pair * labels + (pairLabel[pair] ?? 0)] ?? 0);
  });
  const all = crowd.right.map((value, voter) => value + (crowd.wrong[voter] ?? 0));
  for (let voter = 0; voter < voters; voter += 1) {
    for (let truth = 0; truth < labels; truth += 1) {
      all[voter] = (all[voter] ?? 0) + (rows[voter * labels + truth] ?? 0);
    }
  }
  return right.map((value, voter) => value / (all[voter] ?? 1));
}

/**
 * The likeliest parameters.
 * @param strength pseudo-votes behind each row of a confusion matrix, shared out by the reliability
 */
export function maximise(
  crowd: Crowd,
  { cells, rows, items }: Counts,
  reliability: Float64Array,
  strength: number,
): Model {
  const { labels, pairVoter, pairLabel } = crowd;
  const logs = new Float64Array(cells.length);
  pairVoter.forEach((voter, pair) => {
    const right = reliability[voter] ?? 0;
    for (let truth = 0; truth < labels; truth += 1) {
      const cell = pair * labels + truth;
      const mean = meanCell(right, truth === pairLabel[pair], labels);
      const row = rows[voter * labels + truth] ?? 0;
      logs[cell] = Math.log(((cells[cell] ?? 0) + strength * mean) / (row + strength));
    }
  });
  const all = items.reduce((sum, count) => sum + count + shareStrength, 0);
  return { shares: items.map((count) => (count + shareStrength) / all), reliability, logs };
}
