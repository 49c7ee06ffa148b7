import type { Crowd } from "./crowd.ts";

/** What a fit found out. Lists of lists are flat, a row an item or a pair. */
export interface Fit {
  /** By item, then label: how likely it is the true one. */
  readonly posterior: Float64Array;
  /** By voter: the probability that it is right. */
  readonly reliability: Float64Array;
  readonly rounds: number;
}

/** Pseudo-votes behind each row of a voter's confusion matrix, shared out by its reliability. */
const rowStrength = 4;

/** Pseudo-items behind the share of each label. */
const shareStrength = 1;

const mostRounds = 100;
const settled = 1e-6;

/** The parameters of the model between two steps. */
interface Model {
  readonly shares: Float64Array;
  readonly reliability: Float64Array;
  /** By pair, then true label: the logarithm of how likely the voter then says the pair's label. */
  readonly logs: Float64Array;
}

/**
 * Dawid and Skene's model by expectation maximisation, with priors: each voter has a confusion matrix,
 * whose rows have Dirichlet priors around the voter's reliability, which has a Beta prior. It begins with
 * diagonals that dominate, so that labels keep their meaning. Missing votes take no part.
 */
export function fitCrowd(crowd: Crowd): Fit {
  const { labels, voters, right, wrong } = crowd;
  const reliability = right.map((value, voter) => value / (value + (wrong[voter] ?? 0)));
  let model: Model = {
    shares: new Float64Array(labels).fill(1 / labels),
    reliability,
    logs: startingLogs(crowd, reliability),
  };
  let posterior = expect(crowd, model);
  let rounds = 0;
  for (let change = 1; change > settled && rounds < mostRounds; rounds += 1) {
    model = maximise(crowd, posterior, new Float64Array(voters * labels));
    const next = expect(crowd, model);
    change = farthest(posterior, next);
    posterior = next;
  }
  return { posterior, reliability: model.reliability, rounds };
}

function startingLogs(crowd: Crowd, reliability: Float64Array): Float64Array {
  const { labels, pairVoter, pairLabel } = crowd;
  const logs = new Float64Array(pairVoter.length * labels);
  pairVoter.forEach((voter, pair) => {
    const right = reliability[voter] ?? 0;
    for (let truth = 0; truth < labels; truth += 1) {
      const mean = truth === pairLabel[pair] ? right : (1 - right) / (labels - 1);
      logs[pair * labels + truth] = Math.log(mean);
    }
  });
  return logs;
}

/** How likely each label is on each item, in log-space until the end. */
function expect(crowd: Crowd, { shares, logs }: Model): Float64Array {
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

/** The likeliest parameters, given how likely each label is. `rows`: by voter and true label, zeros. */
function maximise(crowd: Crowd, posterior: Float64Array, rows: Float64Array): Model {
  const { items, labels, starts, pairs, pairVoter } = crowd;
  const counts = new Float64Array(pairVoter.length * labels);
  const shares = new Float64Array(labels).fill(shareStrength);
  for (let item = 0; item < items; item += 1) {
    const begin = starts[item] ?? 0;
    const end = starts[item + 1] ?? 0;
    for (let truth = 0; truth < labels; truth += 1) {
      const belief = posterior[item * labels + truth] ?? 0;
      if (begin < end) shares[truth] = (shares[truth] ?? 0) + belief;
      for (let vote = begin; vote < end; vote += 1) {
        const pair = pairs[vote] ?? 0;
        const row = (pairVoter[pair] ?? 0) * labels + truth;
        counts[pair * labels + truth] = (counts[pair * labels + truth] ?? 0) + belief;
        rows[row] = (rows[row] ?? 0) + belief;
      }
    }
  }
  const reliability = reliabilityOf(crowd, counts, rows);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const logs = confusion(crowd, counts, rows, reliability);
  return { shares: shares.map((share) => share / all), reliability, logs };
}

function reliabilityOf(crowd: Crowd, counts: Float64Array, rows: Float64Array): Float64Array {
  const { labels, voters, pairVoter, pairLabel } = crowd;
  const right = Float64Array.from(crowd.right);
  pairVoter.forEach((voter, pair) => {
    right[voter] = (right[voter] ?? 0) + (counts[pair * labels + (pairLabel[pair] ?? 0)] ?? 0);
  });
  const all = crowd.right.map((value, voter) => value + (crowd.wrong[voter] ?? 0));
  for (let voter = 0; voter < voters; voter += 1) {
    for (let truth = 0; truth < labels; truth += 1) {
      all[voter] = (all[voter] ?? 0) + (rows[voter * labels + truth] ?? 0);
    }
  }
  return right.map((value, voter) => value / (all[voter] ?? 1));
}

function confusion(
  { labels, pairVoter, pairLabel }: Crowd,
  counts: Float64Array,
  rows: Float64Array,
  reliability: Float64Array,
): Float64Array {
  const logs = new Float64Array(counts.length);
  pairVoter.forEach((voter, pair) => {
    const right = reliability[voter] ?? 0;
    for (let truth = 0; truth < labels; truth += 1) {
      const mean = truth === pairLabel[pair] ? right : (1 - right) / (labels - 1);
      const cell = pair * labels + truth;
      const row = rows[voter * labels + truth] ?? 0;
      logs[cell] = Math.log(((counts[cell] ?? 0) + rowStrength * mean) / (row + rowStrength));
    }
  });
  return logs;
}

function farthest(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);
}
