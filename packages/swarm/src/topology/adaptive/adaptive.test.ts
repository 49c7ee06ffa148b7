import { expect, test } from "vitest";
import type { Verdict } from "../../consensus/verdict.ts";
import { noHistory } from "../../history/history.ts";
import { planSwarm } from "../../plan/plan-swarm.ts";
import { choosePanel } from "./choose-panel.ts";
import { nextRound, type RoundFacts } from "./next-round.ts";

const task = (key: string) => ({
  key,
  kind: "ask",
  affinity: null,
  size: 1,
  payload: key,
  asks: ["one", "two"],
});
const tasks = ["x", "y", "z"].map(task);
const plan = planSwarm(tasks, noHistory, { key: "swarm" });

const verdict = (item: string, probability: number): Verdict => ({
  item,
  label: "yes",
  posterior: [
    { label: "no", probability: 1 - probability },
    { label: "yes", probability },
  ],
  votes: [],
  dissent: [],
  absences: [],
});

function facts(verdicts: readonly Verdict[], overrides: Partial<RoundFacts> = {}): RoundFacts {
  return {
    plan,
    missing: [],
    verdict: { rule: "majority", applied: "majority", note: null, verdicts, voters: [] },
    tasksOf: new Map(tasks.map((one) => [`item-${one.key}`, [one]])),
    agents: ["one", "two", "three", "four"],
    asked: new Map(),
    history: noHistory,
    ...overrides,
  };
}

const rules = { confidence: 0.9, roundsLeft: 2, budget: null };

test("certain verdicts on everything are the end", () => {
  const next = nextRound(facts([verdict("item-x", 0.95), verdict("item-y", 0.9)]), rules);
  expect(next).toEqual({
    do: "stop",
    why: "Every task has a result, and every verdict is certain.",
  });
});

test("one more agent is asked where the verdict is uncertain, and only there", () => {
  const next = nextRound(facts([verdict("item-x", 0.95), verdict("item-y", 0.6)]), rules);
  expect(next).toMatchObject({ do: "again", why: "one more agent for 1 task in doubt." });
  const again = next.do === "again" ? next.plan : plan;
  expect(again.epoch).toBe(1);
  expect(again.tasks).toEqual([{ ...task("y"), key: "y+three", asks: ["three"] }]);
});

test("who was asked already is not asked again", () => {
  const asked = new Map([["y", ["one", "two", "three"]]]);
  const next = nextRound(facts([verdict("item-y", 0.6)], { asked }), rules);
  expect(next.do === "again" && next.plan.tasks[0]?.asks).toEqual(["four"]);
  const all = new Map([["y", ["one", "two", "three", "four"]]]);
  expect(nextRound(facts([verdict("item-y", 0.6)], { asked: all }), rules)).toEqual({
    do: "stop",
    why: "1 verdict stays uncertain: every agent was asked.",
  });
});

test("what is missing is done again, whatever it costs; the least certain come first after that", () => {
  const [x] = tasks;
  const given = facts([verdict("item-y", 0.7), verdict("item-z", 0.5)], {
    missing: x === undefined ? [] : [x],
  });
  const budget = { leftUsd: 0.1, perAnswerUsd: 0.06 };
  const next = nextRound(given, { ...rules, budget });
  expect(next).toMatchObject({ why: "1 task again, and one more agent for 1 task in doubt." });
  expect(next.do === "again" && next.plan.tasks.map(({ key }) => key)).toEqual(["x", "z+three"]);
});

test("no money and no rounds are reasons to stop", () => {
  const given = facts([verdict("item-y", 0.6)]);
  const broke = { ...rules, budget: { leftUsd: 0.01, perAnswerUsd: 0.06 } };
  expect(nextRound(given, broke)).toEqual({
    do: "stop",
    why: "1 verdict stays uncertain: $0.010 is left, too little to ask anybody.",
  });
  expect(nextRound(given, { ...rules, roundsLeft: 0 })).toEqual({
    do: "stop",
    why: "No round is left.",
  });
});

test("an item that was not decided is the least certain of all", () => {
  const open = { ...verdict("item-y", 0.99), label: null };
  expect(nextRound(facts([open]), rules).do).toBe("again");
});

test("a panel is as small as its agents are good", () => {
  const agents = ["a", "b", "c", "d", "e", "f", "g"];
  const rules = { confidence: 0.85, least: 1 };
  expect(choosePanel(agents, noHistory, rules).agents).toHaveLength(7);
  const judged = new Map(
    agents.map((agent, at) => [agent, { right: at === 3 ? 990 : 90, wrong: 10 }]),
  );
  const known = choosePanel(agents, { ...noHistory, reliability: judged }, rules);
  expect(known.agents).toEqual(["d"]);
  expect(known.confidence).toBeGreaterThan(0.95);
});

test("a panel has at least as many as are asked for, an odd number", () => {
  const agents = ["a", "b", "c", "d"];
  const panel = choosePanel(agents, noHistory, { confidence: 0.5, least: 2 });
  expect(panel.agents).toEqual(["a", "b", "c"]);
  expect(panel.confidence).toBeCloseTo(0.784);
});
