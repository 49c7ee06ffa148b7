/**
 * `npm run bench [-- NAME…]`: the figures of this project, each a ratio of two things measured in the
 * same run or a count, beside the bound that it has to keep. Exits with 1 when one does not keep it.
 *
 * `noise` downloads releases of other projects, so it runs only when it is named.
 */
import { benchAction } from "./bench/action.ts";
import { benchDiff } from "./bench/diff.ts";
import { benchNoise } from "./bench/noise/bench-noise.ts";
import { type BenchResult, isMet } from "./bench/result.ts";
import { benchReview } from "./bench/review.ts";
import { showTable } from "./bench/show-table.ts";
import { benchSwarm } from "./bench/swarm.ts";

const benchmarks = new Map<string, () => readonly BenchResult[] | Promise<readonly BenchResult[]>>([
  ["diff", benchDiff],
  ["review", benchReview],
  ["action", benchAction],
  ["swarm", benchSwarm],
  ["noise", benchNoise],
]);
const usual = ["diff", "review", "action", "swarm"];

const named = process.argv.slice(2);
const unknown = named.find((name) => !benchmarks.has(name));
if (unknown === undefined) process.exitCode = await run(named.length === 0 ? usual : named);
else {
  console.error(
    `There is no benchmark "${unknown}"; choose from ${[...benchmarks.keys()].join(", ")}.`,
  );
  process.exitCode = 2;
}

async function run(names: readonly string[]): Promise<0 | 1> {
  const results: BenchResult[] = [];
  for (const name of names) {
    console.error(`Measuring ${name}…`);
    results.push(...((await benchmarks.get(name)?.()) ?? []));
  }
  console.log(showTable(results));
  return results.every(isMet) ? 0 : 1;
}
