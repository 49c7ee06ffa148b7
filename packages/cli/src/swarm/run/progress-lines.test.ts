import type { SwarmProgress } from "@swarm-actions/fanout";
import { expect, test } from "vitest";
import { linesOfProgress } from "./progress-lines.ts";

const worker = { worker: 0, state: "idle", block: null, task: null, done: 0 } as const;

function progressOf(overrides: Partial<SwarmProgress> = {}): SwarmProgress {
  const none = { epoch: 0, done: 0, failed: 0, blocksDone: 0, secondsLeft: null };
  return { ...none, tasks: 9, blocks: 4, workers: [worker], ...overrides };
}

test("a line for all, and one a worker with its block and its task", () => {
  const workers = [
    { ...worker, state: "working", block: "w1-b2", task: "src/a.ts", done: 3 } as const,
    { ...worker, worker: 1, state: "ended", done: 4 } as const,
  ];
  const progress = progressOf({ done: 7, failed: 1, blocksDone: 2, secondsLeft: 20, workers });
  expect(linesOfProgress(progress, 0, 0)).toEqual([
    "⠋ 7 of 9 tasks done, 1 failed · 2 of 4 blocks · 1 worker · about 20 s left",
    "    0     3  w1-b2   src/a.ts",
    "    1     4  ended",
  ]);
});

test.each([
  [3, 0.5, "about 3 s left"],
  [3, 1.5, "about 2 s left"],
  [3, 9, "about to end"],
  [200, 0, "about 4 min left"],
])("%d s that were left %d s ago are shown as: %s", (secondsLeft, ago, shown) => {
  expect(linesOfProgress(progressOf({ secondsLeft }), ago, 0)[0]).toContain(shown);
});

test("rounds are named, many workers are counted, and no name reaches the terminal raw", () => {
  const task = "\u001b[31mred\u0007";
  const workers = Array.from({ length: 14 }, (_, at) => ({ ...worker, worker: at, task }));
  const lines = linesOfProgress(progressOf({ epoch: 1, workers }), 0, 3);
  expect(lines[0]).toContain("round 2: 0 of 9");
  expect(lines.at(-1)).toBe("  and 2 more");
  expect(lines.join("")).not.toMatch(/\p{Cc}/u);
});
