import { describe, expect, test } from "vitest";
import { findingOf, linesAt } from "../../../../test/support/finding.ts";
import type { Finding } from "../finding/model.ts";
import { affinityOf, type ReadFinding } from "./affinity.ts";
import type { Meaning } from "./meaning.ts";

function meaning(weights: Readonly<Record<string, number>>): Meaning {
  const square = Object.values(weights).reduce((sum, weight) => sum + weight * weight, 0);
  const none: ReadonlySet<string> = new Set();
  return { weights: new Map(Object.entries(weights)), square, names: none, concepts: none };
}

/** Whether two remarks whose words are `similarity` alike belong together. */
function belong(similarity: number, first: Partial<Finding>, second: Partial<Finding>): boolean {
  const rest = Math.sqrt(1 - similarity * similarity);
  const a: ReadFinding = { finding: findingOf(first), meaning: meaning({ word: 1 }) };
  const b: ReadFinding = {
    finding: findingOf(second),
    meaning: meaning({ word: similarity, other: rest }),
  };
  const affinity = affinityOf(a, b);
  expect(affinityOf(b, a)).toBe(affinity);
  return affinity !== null && affinity >= 0;
}

describe("how alike two remarks must be", () => {
  test.each([
    ["on one place, in one category", {}, {}, 0.27, 0.25],
    ["on touching places", {}, { place: linesAt(2) }, 0.31, 0.29],
    ["in related categories", {}, { category: "security" }, 0.41, 0.39],
  ] as const)("%s", (_, first, second, enough, tooLittle) => {
    expect(belong(enough, first, second)).toBe(true);
    expect(belong(tooLittle, first, second)).toBe(false);
  });

  test("no words connect unrelated categories", () => {
    expect(belong(1, { category: "security" }, { category: "documentation" })).toBe(false);
  });

  test("nothing in common is no connection at all", () => {
    const [a, b] = [meaning({ one: 1 }), meaning({ two: 1 })];
    const finding = findingOf();
    expect(affinityOf({ finding, meaning: a }, { finding, meaning: b })).toBe(null);
  });
});
