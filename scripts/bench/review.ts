/**
 * A whole review by all built-in agents of a change that adds 10,000 lines, against secretlint's own
 * command line on the same files: from the start of the process to its end.
 *
 *   node scripts/bench/review.ts
 *
 * The two run in turn, so that both see the same machine; the figure is the median of the ratios of
 * neighbours. Both have to find the secrets that are in the change.
 */
import { quartilesOf } from "./quartiles.ts";
import { type BenchResult, describe, isMet } from "./result.ts";
import { ours, secretlint, timeRun } from "./review/contestants.ts";
import { commitSample } from "./review/repository.ts";
import { makeSample } from "./review/sample.ts";

const lines = 10_000;
const warmUps = 2;
const rounds = 15;

interface Round {
  readonly theirs: number;
  readonly ours: number;
}

/** @throws Error when one of the two did not find what it had to */
export function benchReview(): BenchResult[] {
  const { files, secretPaths } = makeSample(lines);
  using repository = commitSample(files);
  const peer = secretlint(files.map(({ path }) => path));
  const runs: Round[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const theirs = timeRun(peer, repository.top, secretPaths);
    const pair = { theirs, ours: timeRun(ours, repository.top, secretPaths) };
    if (round >= 0) runs.push(pair);
  }
  return [conclude(runs, files.length)];
}

function conclude(runs: readonly Round[], files: number): BenchResult {
  const ratio = quartilesOf(runs.map((run) => run.ours / run.theirs));
  const ms = (pick: (run: Round) => number): string =>
    `${Math.round(quartilesOf(runs.map(pick)).median)} ms`;
  const spread = `half of the ratios between ${ratio.low.toFixed(2)} and ${ratio.high.toFixed(2)}`;
  return {
    name: "review: all built-in agents against secretlint",
    ratio: ratio.median,
    bound: 1.5,
    better: "lower",
    detail: `${lines} lines in ${files} files, ${runs.length} pairs, ${spread}: ours ${ms((run) => run.ours)}, secretlint ${ms((run) => run.theirs)}`,
  };
}

if (import.meta.main) {
  const results = benchReview();
  for (const result of results) console.log(describe(result));
  if (!results.every(isMet)) process.exitCode = 1;
}
