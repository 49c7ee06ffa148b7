import { expect, test } from "vitest";
import { type FindingOutcome, judgeOutcomes } from "./judge-outcomes.ts";
import { weightOf } from "./reliability.ts";

const accepted: FindingOutcome = { id: "1", outcome: "accepted", yes: ["a"], no: ["b"] };

test("whoever said what was mended is right, whoever was silent a little wrong", () => {
  expect(judgeOutcomes([accepted])).toEqual([
    { voter: "a", right: 1, wrong: 0 },
    { voter: "b", right: 0, wrong: 0.25 },
  ]);
});

test("what was dismissed is the other way round, what is ignored half of that", () => {
  const others: readonly FindingOutcome[] = [
    { id: "2", outcome: "dismissed", yes: ["a"], no: ["b"] },
    { id: "3", outcome: "ignored", yes: ["a"], no: ["__proto__"] },
  ];
  expect(judgeOutcomes([accepted, ...others])).toEqual([
    { voter: "__proto__", right: 0.125, wrong: 0 },
    { voter: "a", right: 1, wrong: 1.5 },
    { voter: "b", right: 0.25, wrong: 0.25 },
  ]);
});

test("a finding that is told of twice counts once", () => {
  expect(judgeOutcomes([accepted, accepted])).toEqual(judgeOutcomes([accepted]));
});

test("what was learned becomes weight, within bounds", () => {
  const known = new Map([
    ["good", { right: 1000, wrong: 0 }],
    ["fair", { right: 7, wrong: 3 }],
    ["bad", { right: 0, wrong: 1000 }],
  ]);
  // 107 of 110 are right at most: ln(107/3) / ln(7/3) = 4.2, bounded by 4.
  expect(weightOf("good", known, 2)).toBe(4);
  expect(weightOf("fair", known, 2)).toBeCloseTo(1, 12);
  expect(weightOf("bad", known, 2)).toBe(0.05);
  expect(weightOf("unknown", known, 2)).toBe(1);
});
