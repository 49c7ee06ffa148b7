import fc from "fast-check";
import { expect, test } from "vitest";
import { noHistory } from "../history/history.ts";
import { planHierarchy } from "../topology/hierarchical/plan-hierarchy.ts";
import { pagePace } from "./board-names.ts";
import { planSwarm } from "./plan-swarm.ts";

const tasks = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    return { key: `t${at}`, kind: "k", affinity: null, size: 1, payload: null };
  });

/** Names that hang on the board when workers put up a page as often as they may. */
const namesOf = (blocks: number, workers: number, seconds: number, pace: number): number =>
  blocks + workers * (Math.ceil(seconds / pace) + 1);

test("pages of all workers fit beside the claims, however long the work lasts", () => {
  const most = 900;
  const given = [
    fc.integer({ min: 1, max: 300 }),
    fc.nat(300),
    fc.integer({ min: 1, max: 21_600 }),
  ];
  fc.assert(
    fc.property(fc.tuple(...given), ([workers = 1, blocks = 0, seconds = 1]) => {
      fc.pre(blocks + 2 * workers <= most);
      const pace = pagePace({ blocks, workers }, seconds, most);
      expect(pace).toBeGreaterThanOrEqual(60);
      expect(namesOf(blocks, workers, seconds, pace)).toBeLessThanOrEqual(
        Math.max(most, blocks + 2 * workers),
      );
    }),
  );
});

test("a few workers put up a page a minute", () => {
  expect(pagePace({ blocks: 200, workers: 20 }, 1_200, 900)).toBe(60);
});

test("groups whose claims would be too many for one run make none", () => {
  const all = { key: "s", groups: "auto", runnerPrice: 0 } as const;
  const many = planHierarchy(tasks(2_000), noHistory, { ...all, workers: 512 });
  expect(many.groups.map(({ mode }) => mode)).toEqual(["static", "static"]);
  const names = many.groups.map(({ choice, lists, pageSeconds = 60 }) =>
    namesOf(0, lists.length, choice.expected.seconds, pageSeconds),
  );
  expect(names.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(2 * 512);
  const few = planHierarchy(tasks(2_000), noHistory, { ...all, workers: 100, groups: 2 });
  expect(few.groups.map(({ mode }) => mode)).toEqual(["queue", "queue"]);
});

test("a plan says how often pages may be put up, where it is more seldom than usual", () => {
  const plan = planSwarm(tasks(20_000), noHistory, { key: "s", workers: 200 });
  expect(plan.pageSeconds ?? 0).toBeGreaterThan(60);
  expect(planSwarm(tasks(200), noHistory, { key: "s", workers: 4 }).pageSeconds).toBeUndefined();
});
