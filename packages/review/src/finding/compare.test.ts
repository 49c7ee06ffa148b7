import { describe, expect, test } from "vitest";
import { findingOf, linesAt } from "../../../../test/support/finding.ts";
import { compareFindings } from "./compare.ts";
import type { Finding } from "./model.ts";

const inOrder: readonly Finding[] = [
  findingOf({ severity: "critical", place: linesAt(9, 9, "z.ts") }),
  findingOf({ severity: "high", place: { kind: "change" } }),
  findingOf({ severity: "high", place: { kind: "file", path: "a.ts" } }),
  findingOf({ severity: "high", place: linesAt(2, 2, "a.ts") }),
  findingOf({ severity: "high", place: linesAt(2, 10, "a.ts") }),
  findingOf({ severity: "high", place: linesAt(10, 10, "a.ts"), rule: "a/a" }),
  findingOf({ severity: "high", place: linesAt(10, 10, "a.ts"), rule: "a/b", agent: "a" }),
  findingOf({ severity: "high", place: linesAt(10, 10, "a.ts"), rule: "a/b", agent: "b" }),
  findingOf({ severity: "high", place: linesAt(1, 1, "b.ts") }),
  findingOf({ severity: "info", place: linesAt(1, 1, "a.ts") }),
];

describe("the order of findings", () => {
  test("is worst first, then path, line, rule, agent", () => {
    expect([...inOrder].reverse().sort(compareFindings)).toEqual(inOrder);
  });

  test("is total: what differs anywhere has an order, what is equal has none", () => {
    const one = findingOf({ confidence: 0.1 });
    const other = findingOf({ confidence: 0.2 });
    expect(compareFindings(one, { ...one })).toBe(0);
    expect(Math.sign(compareFindings(one, other))).toBe(-Math.sign(compareFindings(other, one)));
    expect(compareFindings(one, other)).not.toBe(0);
  });
});
