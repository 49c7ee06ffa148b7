import { countVotes } from "./count.ts";
import type { Crowd } from "./crowd.ts";
import { expectLabels } from "./expect.ts";
import { maximise, reliabilityOf } from "./maximise.ts";
import { type Model, meanCell } from "./model.ts";
import { chooseStrength } from "./row-strength.ts";

/** What a fit found out. */
export interface Fit {
  /** By item, then label: how likely it is the true one. */
  readonly posterior: Float64Array;
  /** By voter: the probability that it is right. */
  readonly reliability: Float64Array;
}

const mostRounds = 100;
const settled = 1e-5;
/** When the strength of the rows is chosen anew; after that it stays, so that the rounds converge. */
const choosingRounds = [1, 3, 9];

/**
 * Dawid and Skene's model by expectation maximisation, with priors: each voter has a confusion matrix,
 * whose rows have Dirichlet priors around the voter's reliability, which has a Beta prior. It begins with
 * diagonals that dominate, so that labels keep their meaning. Missing votes take no part.
 */
export function fitCrowd(crowd: Crowd): Fit {
  const start = startingModel(crowd);
  let { reliability } = start;
  let posterior = expectLabels(crowd, start);
  let strength = 16;
  let change = 1;
  for (let round = 0; change > settled && round < mostRounds; round += 1) {
    const counts = countVotes(crowd, posterior);
    reliability = reliabilityOf(crowd, counts);
    if (choosingRounds.includes(round)) strength = chooseStrength(crowd, counts, reliability);
    const next = expectLabels(crowd, maximise(crowd, counts, reliability, strength));
    change = farthest(posterior, next);
    posterior = next;
  }
  return { posterior, reliability };
}

/** What was believed of the voters before, and all labels alike. */
function startingModel({ labels, right, wrong, pairVoter, pairLabel }: Crowd): Model {
  const reliability = right.map((value, voter) => value / (value + (wrong[voter] ?? 0)));
  const logs = new Float64Array(pairVoter.length * labels);
  pairVoter.forEach((voter, pair) => {
    for (let truth = 0; truth < labels; truth += 1) {
      const mean = meanCell(reliability[voter] ?? 0, truth === pairLabel[pair], labels);
      logs[pair * labels + truth] = Math.log(mean);
    }
  });
  return { shares: new Float64Array(labels).fill(1 / labels), reliability, logs };
}

function farthest(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);
}
