import { expect, test } from "vitest";
import {
  hung,
  pageOf,
  planOf,
  published,
  resultOf,
} from "../../../../test/support/swarm-builders.ts";
import type { PublishedPage } from "../collect/board-findings.ts";
import { Collector } from "../collect/collector.ts";
import { createRandom, normal } from "./random.ts";
import { simulate } from "./simulate.ts";
import type { SimulationRun } from "./simulation.ts";

const faults = {
  lostWorkers: 0.25,
  burntNames: 0.1,
  lostResponses: 0.1,
  lateListings: 0.2,
  waits: 0.1,
};

/** A run in which everything goes wrong at times, with predictions that err by a factor of e. */
function play(seed: number): { run: SimulationRun; keys: readonly string[] } {
  const random = createRandom(seed);
  const actual = Array.from({ length: 5 + (seed % 25) }, () => Math.exp(normal(random)));
  const keys = actual.map((_, at) => `t${at}`);
  const tasks = keys.map((key) => ({ key, kind: "test", affinity: null, size: 1, payload: null }));
  const predictions = actual.map((seconds) => {
    return { mean: seconds * Math.exp(normal(random)), variance: 0, from: "history" } as const;
  });
  const times = { claimSeconds: 1.5, readyMedian: 10, readySigma: 0.6, speedSigma: 0.12 };
  const world = { seed, workers: 1 + (seed % 7), ...times, faults };
  return { run: simulate({ policy: "ours", tasks, predictions, actual, world, rounds: 30 }), keys };
}

/** The plans of all rounds, each of what was missing by then, and the pages as they would hang. */
function boardOf({ run, keys }: ReturnType<typeof play>) {
  const nameOf = (task: number): string => keys[task] ?? "";
  const pages: PublishedPage[] = [];
  const plans = [];
  let missing = keys;
  for (let epoch = 0; epoch <= (run.pages.at(-1)?.round ?? 0); epoch++) {
    const plan = planOf({ epoch, lists: [[missing]] });
    plans.push(published(plan));
    const put = run.pages.filter(({ round }) => round === epoch);
    for (const [page, { worker, tasks }] of put.entries()) {
      const results = tasks.map((task) => resultOf(nameOf(task)));
      pages.push(hung(pageOf({ plan, worker, page, results })));
    }
    const done = new Set(put.flatMap(({ tasks }) => tasks.map(nameOf)));
    missing = missing.filter((key) => !done.has(key));
  }
  return { plans, pages };
}

function collect({ plans, pages }: ReturnType<typeof boardOf>, merge = Collector) {
  const collector = new merge(plans, { key: "swarm", minCoverage: 100 });
  for (const page of pages) collector.add(page);
  const { results, missing, outcome } = collector.end([]);
  const counted = new Set(results.map(({ result }) => result.key));
  return { outcome, lost: missing.length, doubleCounted: results.length - counted.size };
}

/** Forgets that a task may have more than one result. */
class GreedyCollector extends Collector {
  override end(names: readonly string[]) {
    const ended = super.end(names);
    return { ...ended, results: [...ended.results, ...ended.duplicates] };
  }
}

test("in 10,000 runs no task is lost and none is counted twice", () => {
  let duplicates = 0;
  for (let seed = 0; seed < 10_000; seed++) {
    const played = play(seed);
    duplicates += played.run.duplicates;
    const merged = collect(boardOf(played));
    if (merged.outcome !== "complete" || merged.lost + merged.doubleCounted > 0)
      expect({ seed, ...merged }).toEqual({ seed, outcome: "complete", lost: 0, doubleCounted: 0 });
  }
  expect(duplicates).toBeGreaterThan(1_000);
});

test("a merge that kept every result would be found out", () => {
  const boards = Array.from({ length: 100 }, (_, seed) => boardOf(play(seed)));
  const found = boards.filter((board) => collect(board, GreedyCollector).doubleCounted > 0);
  expect(found.length).toBeGreaterThan(10);
});

test("a merge that never saw a worker's pages would be found out", () => {
  const { plans, pages } = boardOf(play(6));
  const without = pages.filter(({ name }) => !name.includes("-w0-"));
  expect(without.length).toBeLessThan(pages.length);
  expect(collect({ plans, pages: without }).lost).toBeGreaterThan(0);
});
