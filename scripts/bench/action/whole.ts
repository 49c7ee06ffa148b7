import { startActionScenario } from "../../../test/support/action-scenario.ts";
import { quartilesOf } from "../quartiles.ts";
import type { BenchResult } from "../result.ts";
import { largeChange } from "./large-change.ts";
import { timeReplay } from "./whole/replay.ts";

const [files, linesEach] = [100, 50];
const warmUps = 1;
const rounds = 7;

interface Round {
  readonly action: number;
  readonly bare: number;
  readonly requests: number;
}

/** A first review of a large pull request, against nothing but the requests that it sends. */
export async function benchWhole(): Promise<BenchResult[]> {
  const runs: Round[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const measured = await measure();
    if (round >= 0) runs.push(measured);
  }
  const ratio = quartilesOf(runs.map(({ action, bare }) => action / bare));
  const seconds = (pick: (run: Round) => number): string =>
    `${(quartilesOf(runs.map(pick)).median / 1000).toFixed(2)} s`;
  const spread = `half of the ratios between ${ratio.low.toFixed(2)} and ${ratio.high.toFixed(2)}`;
  return [
    {
      name: "action: whole run, against its bare requests",
      ratio: ratio.median,
      bound: null,
      better: "lower",
      detail: `${files} files, ${files * linesEach} lines, ${runs[0]?.requests} requests, ${runs.length} pairs, ${spread}: action ${seconds(({ action }) => action)}, requests ${seconds(({ bare }) => bare)}`,
    },
  ];
}

/** @throws Error when the run was not green, or GitHub would not take its requests again */
async function measure(): Promise<Round> {
  await using scenario = await startActionScenario({ change: largeChange(files, linesEach) });
  const { exitCode, log, durationMs, requests } = await scenario.run();
  if (exitCode !== 0) throw new Error(`the action ended with ${exitCode}:\n${log}`);
  const sent = [...requests.reads, ...requests.writes].sort((a, b) => a.at - b.at);
  const bare = await timeReplay(scenario.sandbox.url, sent);
  return { action: durationMs, bare, requests: sent.length };
}
