import { describe, expect, test } from "vitest";
import type { ResultPage } from "../collect/result.ts";
import { cutBlocks } from "../plan/cut-blocks.ts";
import type { SwarmPlan } from "../plan/plan.ts";
import { createRandom } from "../simulate/random.ts";
import type { Task } from "../task.ts";
import { AskingRunner, type TestProvider } from "./testing/asking-runner.ts";
import { type BoardFaults, MemoryBoard, soundBoard } from "./testing/memory-board.ts";
import { VirtualClock } from "./testing/virtual-clock.ts";
import { workThrough } from "./work-through.ts";

const minute = 60_000;
const secondsATask = 5;

function planOf(mode: SwarmPlan["mode"], workers: number, each: number): SwarmPlan {
  const tasks = Array.from({ length: workers * each }, (_, at): Task => {
    return { key: `t${at}`, kind: "ask", affinity: null, size: 1, payload: null };
  });
  const predictions = tasks.map(
    () => ({ mean: secondsATask, variance: 0, from: "history" }) as const,
  );
  const caps = { maxSize: Number.POSITIVE_INFINITY, maxBlocks: 900 };
  const lists = cutBlocks({ tasks, predictions, workers, claimSeconds: 1.5, ready: [], ...caps });
  const expected = { workers, seconds: 1, billedMinutes: 1, costUsd: 0 };
  const choice = { workers, why: "", lowerBound: 1, expected, rho: 1, saturation: 1, curve: [] };
  const plan = { version: 1, key: "s", epoch: 0, topology: "flat", mode, tasks } as const;
  return { ...plan, predictions, lists, choice, claimSeconds: 1.5 };
}

interface Scene {
  readonly mode?: SwarmPlan["mode"];
  readonly each?: number;
  /** When each worker's job begins, in milliseconds after the first. */
  readonly starts: readonly number[];
  /** Whether the provider answers, so long after the first worker began. */
  readonly isUp: (elapsed: number) => boolean;
  readonly faults?: BoardFaults;
}

async function play({ mode = "static", each = 60, starts, isUp, faults = soundBoard }: Scene) {
  const clock = new VirtualClock();
  const random = createRandom(1);
  const board = new MemoryBoard(clock, faults, random);
  const begun = clock.now();
  const asked: number[] = [];
  const provider: TestProvider = { asked, isUp: () => isUp(clock.now() - begun) };
  const plan = planOf(mode, starts.length, each);
  const signal = new AbortController().signal;
  const work = starts.map(async (start, worker) => {
    await clock.sleep(start);
    const runner = new AskingRunner(provider, clock, secondsATask);
    const base = { worker, attempt: 1, board: board.reach(), clock, random, signal };
    const report = await workThrough(plan, { ...base, runner });
    return { report, health: runner.health()[0] };
  });
  const ended = await clock.runUntil(Promise.all(work));
  const elapsed = clock.now() - begun;
  await clock.runUntil(clock.sleep(minute));
  const pages = [...board.visible].filter(([name]) => name.includes("-result-"));
  const results = pages.flatMap(([, text]) => (JSON.parse(text) as ResultPage).results);
  return { ended, elapsed, asked: asked.map((at) => at - begun), pages, results };
}

const at = (count: number, start: number): number[] => Array(count).fill(start);

/** Requests that a provider which is down may cost: three of each that starts unwarned, then one a minute. */
const mostRequests = (unwarned: number, elapsed: number): number =>
  3 * unwarned + Math.ceil(elapsed / minute);

describe("workers of a static plan, and a provider that is down", () => {
  const waves = [...at(4, 0), ...at(8, minute), ...at(8, 2 * minute)];

  test("is asked by those who begin unwarned; all others together try it once a minute", async () => {
    const { asked, elapsed, results } = await play({ starts: waves, isUp: () => false });
    expect(asked.length).toBeLessThanOrEqual(mostRequests(4, elapsed));
    expect(results.filter(({ status }) => status === "failed")).toHaveLength(3 * 4);
    const late = asked.filter((time) => time > minute);
    for (const [before, time] of late.slice(1).map((time, i) => [late[i] ?? 0, time] as const))
      expect(time - before).toBeGreaterThan(minute - 20_000);
  });

  test("costs no more where the board is at fault now and then", async () => {
    const faults = { burnt: 0, lost: 0.1, late: 0.2, down: 0.1 };
    const { asked, elapsed } = await play({ starts: waves, isUp: () => false, faults });
    expect(asked.length).toBeLessThanOrEqual(mostRequests(4, elapsed) + 3 * 2);
  });

  test("costs little when it goes down while all are at work", async () => {
    const isUp = (elapsed: number): boolean => elapsed < 2 * minute;
    const { asked, elapsed } = await play({ starts: at(12, 0), isUp });
    const down = asked.filter((time) => time + secondsATask * 1000 >= 2 * minute);
    expect(down.length).toBeLessThanOrEqual(mostRequests(12, elapsed));
  });

  test("is asked by all again when one of them had an answer", async () => {
    const isUp = (elapsed: number): boolean => elapsed > 1.2 * minute;
    const { ended, results, asked } = await play({ starts: at(3, 0), each: 20, isUp });
    const failed = results.filter(({ status }) => status === "failed").length;
    expect(failed).toBe(3 * 3);
    expect(results).toHaveLength(60);
    expect(asked.length).toBeLessThanOrEqual(60 + 2);
    expect(ended.map(({ report }) => report.isDone)).toEqual([true, true, true]);
  });

  test("leaves each worker the names that it has anyway", async () => {
    const { pages, elapsed } = await play({ starts: waves, isUp: () => false });
    const most = Math.ceil(elapsed / minute) + 1;
    for (const [worker] of waves.entries()) {
      const own = pages.filter(([name]) => name.includes(`-w${worker}-`));
      expect(own.length).toBeLessThanOrEqual(most);
    }
    expect(pages.every(([name]) => /^zz-s-result-a1-w\d+-p\d+-e0$/.test(name))).toBe(true);
  });
});

test("a static worker that cannot look does its own list all the same", async () => {
  const faults = { ...soundBoard, down: 0.7 };
  const { results } = await play({ starts: at(2, 0), each: 10, isUp: () => true, faults });
  expect(results).toHaveLength(20);
});

test("workers of a queue ask no more often than those of a static plan", async () => {
  const starts = [...at(4, 0), ...at(8, minute)];
  const { asked, elapsed } = await play({ mode: "queue", starts, isUp: () => false });
  expect(asked.length).toBeLessThanOrEqual(mostRequests(4, elapsed));
});
