import { expect, test } from "vitest";
import { noHistory } from "../history/history.ts";
import { planRound } from "./plan-round.ts";
import { planSwarm } from "./plan-swarm.ts";

const tasks = Array.from({ length: 40 }, (_, at) => ({
  key: `t${at}`,
  kind: "test",
  affinity: null,
  size: 1,
  payload: at,
}));
const plan = planSwarm(tasks, noHistory, { key: "swarm", workers: 8 });

test("what is missing is planned again, one epoch on, on no more workers than before", () => {
  const round = planRound(plan, ["t3", "t17", "t39"], { history: null });
  expect(round).toMatchObject({ key: "swarm", epoch: 1, topology: "flat" });
  expect(round.tasks.map(({ key }) => key)).toEqual(["t3", "t17", "t39"]);
  expect(round.tasks[1]?.payload).toBe(17);
  expect(round.predictions[0]).toEqual(plan.predictions[3]);
  expect(round.choice.workers).toBeLessThanOrEqual(3);
  expect(planRound(round, ["t3"], { history: null }).epoch).toBe(2);
});

test("what was learned meanwhile is used", () => {
  const seen = { mean: 400, variance: 0, count: 9, kind: "test", seen: 1 };
  const history = { ...noHistory, runs: 1, durations: new Map([["t3", seen]]) };
  const round = planRound(plan, ["t3"], { history });
  expect(round.predictions[0]?.mean).toBe(400);
});

test("a task that was never planned is an error", () => {
  expect(() => planRound(plan, ["other"], { history: null })).toThrow(
    expect.objectContaining({ code: "plan/unknown-task" }),
  );
});
