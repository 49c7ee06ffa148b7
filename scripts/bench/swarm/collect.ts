/**
 * How long it takes to put the results of 100,000 tasks together, and how much memory.
 *
 *   node scripts/bench/swarm/collect.ts
 *
 * A process of its own reads 256 pages, one after the other as a collector fetches them, checks every
 * result against its schema, and accounts for every task. Some pages come twice, some results thrice.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Collector, decodePlan, encodePlan, planDigest } from "@swarm-actions/swarm";
import { type BenchResult, describe, isMet } from "../result.ts";
import { samplePage, samplePlan } from "./sample-swarm.ts";

const tasks = 100_000;
const pages = 256;
const rounds = 3;

interface Measured {
  readonly seconds: number;
  /** The most memory that the process ever had, in megabytes. */
  readonly megabytes: number;
}

/** @throws Error when a result is lost or counted twice */
export function benchCollect(): BenchResult[] {
  const runs = Array.from({ length: rounds }, measureApart);
  const seconds = Math.max(...runs.map((run) => run.seconds));
  const megabytes = Math.max(...runs.map((run) => run.megabytes));
  const detail = `${tasks} results on ${pages} pages, the worst of ${rounds} processes`;
  return [
    result("collect: seconds for 100,000 results", seconds, 5, detail),
    result(
      "collect: megabytes for 100,000 results",
      megabytes,
      512,
      `${detail}, all of the process`,
    ),
  ];
}

function result(name: string, ratio: number, bound: number, detail: string): BenchResult {
  return { name, ratio, bound, better: "lower", detail };
}

function measureApart(): Measured {
  const program = fileURLToPath(import.meta.url);
  return JSON.parse(execFileSync(process.execPath, [program, "measure"], { encoding: "utf8" }));
}

/** Texts are made as they are read, and not counted: they come from outside. */
function measure(): Measured {
  const text = encodePlan(samplePlan(tasks, pages));
  let spent = 0;
  const timed = <Value>(work: () => Value): Value => {
    const begin = performance.now();
    const value = work();
    spent += performance.now() - begin;
    return value;
  };
  const collector = timed(() => {
    const plan = decodePlan(text);
    const published = { plan, attempt: 1, digest: planDigest(plan) };
    return new Collector([published], { key: plan.key, minCoverage: 100 });
  });
  for (let page = 0; page < pages + pages / 16; page++) {
    const hung = samplePage(tasks, pages, page);
    timed(() => collector.add(hung));
  }
  const collected = timed(() => collector.end([]));
  if (collected.outcome !== "complete" || collected.duplicates.length === 0)
    throw new Error(`${collected.reason}, ${collected.duplicates.length} duplicates`);
  return { seconds: spent / 1000, megabytes: process.resourceUsage().maxRSS / 1024 };
}

if (import.meta.main) {
  if (process.argv[2] === "measure") console.log(JSON.stringify(measure()));
  else {
    const results = benchCollect();
    for (const one of results) console.log(describe(one));
    if (!results.every(isMet)) process.exitCode = 1;
  }
}
