import { describe, expect, test } from "vitest";
import { planOf } from "../../../../test/support/swarm-builders.ts";
import { RoundProgress } from "./round-progress.ts";

const lists = [[["a", "b"], ["c"]], [["d", "e"]]];
const begun = (...tasks: string[]) => ({ kind: "begun", tasks }) as const;
const ended = (task: string, seconds = 1, status: "done" | "failed" = "done") =>
  ({ kind: "ended", task, status, seconds }) as const;

test("before anything has begun, the plan says how long it will be", () => {
  const progress = new RoundProgress(planOf({ lists, seconds: 4 }));
  expect(progress.now()).toMatchObject({ tasks: 5, done: 0, blocks: 3, blocksDone: 0 });
  expect(progress.now().secondsLeft).toBe(10);
});

test("what nobody has ever seen is not foretold", () => {
  const plan = planOf({ lists });
  const predictions = plan.predictions.map((one) => ({ ...one, from: "default" as const }));
  const progress = new RoundProgress({ ...plan, predictions });
  expect(progress.now().secondsLeft).toBeNull();
  progress.tell(0, ended("a", 3));
  expect(progress.now().secondsLeft).toBe(6);
});

describe("a worker", () => {
  test("is at the next task of its block when one has ended, and then waits", () => {
    const progress = new RoundProgress(planOf({ lists }));
    progress.tell(0, begun("a", "b"));
    expect(progress.now().workers[0]).toMatchObject({
      state: "working",
      block: "w0-b0",
      task: "a",
    });
    progress.tell(0, ended("a"));
    expect(progress.now().workers[0]).toMatchObject({ state: "working", task: "b", done: 1 });
    progress.tell(0, ended("b"));
    expect(progress.now().workers[0]).toMatchObject({ state: "idle", block: null, task: null });
    expect(progress.now()).toMatchObject({ done: 2, blocksDone: 1 });
  });

  test("shows whose block it took over", () => {
    const progress = new RoundProgress(planOf({ lists }));
    progress.tell(1, begun("c"));
    expect(progress.now().workers[1]).toMatchObject({ block: "w0-b1" });
    progress.end(1);
    expect(progress.now().workers[1]).toMatchObject({ state: "ended", block: null, task: null });
  });
});

test("what two workers did counts once, and what no plan knows not at all", () => {
  const progress = new RoundProgress(planOf({ lists }));
  progress.tell(0, ended("c", 2, "failed"));
  progress.tell(1, ended("c", 2));
  progress.tell(1, ended("other", 2));
  progress.tell(7, ended("a"));
  expect(progress.now()).toMatchObject({ done: 1, failed: 1, blocksDone: 1 });
  expect(progress.now().secondsLeft).toBe(4);
});
