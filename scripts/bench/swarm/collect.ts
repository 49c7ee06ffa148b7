/**
 * How long it takes to put the results of 100,000 tasks together, and how much memory.
 *
 *   node scripts/bench/swarm/collect.ts
 *
 * A process of its own finds the plan and 272 pages on a board in a folder, checks every result against
 * its schema, and accounts for every task. Sixteen of the pages repeat what others gave.
 */
import { execFileSync } from "node:child_process";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collectBoard, createFolderBoard, publishPlan } from "@swarm-actions/fanout";
import { type BenchResult, describe, isMet } from "../result.ts";
import { benchKey, samplePage, samplePlan } from "./sample-swarm.ts";

const tasks = 100_000;
const workers = 256;
const repeats = 16;
const rounds = 3;
const { signal } = new AbortController();

interface Measured {
  readonly seconds: number;
  /** The most memory that the process ever had, in megabytes. */
  readonly megabytes: number;
}

/** @throws Error when a result is lost or counted twice */
export async function benchCollect(): Promise<BenchResult[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-collect-"));
  await fillBoard(folder.path);
  const runs = Array.from({ length: rounds }, () => measureApart(folder.path));
  const seconds = median(runs.map((run) => run.seconds));
  const megabytes = Math.max(...runs.map((run) => run.megabytes));
  const detail = `${tasks} results on ${workers + repeats} pages, ${rounds} processes, median of the times and most of the memory`;
  return [
    within("collect: seconds for 100,000 results", seconds, 5, detail),
    within("collect: megabytes of the process", megabytes, 512, detail),
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function within(name: string, ratio: number, bound: number, detail: string): BenchResult {
  return { name, ratio, bound, better: "lower", detail };
}

async function fillBoard(folder: string): Promise<void> {
  const board = await createFolderBoard(folder);
  await publishPlan({ board, key: benchKey, attempt: 1 }, samplePlan(tasks, workers), signal);
  for (let worker = 0; worker < workers + repeats; worker++) {
    const { name, content } = samplePage(tasks, workers, worker);
    await board.put(name, content, signal);
  }
}

function measureApart(folder: string): Measured {
  const program = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, [program, folder], { encoding: "utf8" });
  return JSON.parse(output);
}

async function measure(folder: string): Promise<Measured> {
  const swarm = { board: await createFolderBoard(folder), key: benchKey, attempt: 1 };
  const begin = performance.now();
  const { outcome, coverage, duplicates } = await collectBoard(swarm, { minCoverage: 100 }, signal);
  const seconds = (performance.now() - begin) / 1000;
  if (outcome !== "complete" || coverage.done !== tasks || duplicates.length < repeats)
    throw new Error(`${outcome}: ${coverage.done} done, ${duplicates.length} twice`);
  return { seconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder !== undefined) console.log(JSON.stringify(await measure(folder)));
  else {
    const results = await benchCollect();
    for (const one of results) console.log(describe(one));
    if (!results.every(isMet)) process.exitCode = 1;
  }
}
