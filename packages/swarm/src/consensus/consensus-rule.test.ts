import { CodedError } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import { type ConsensusRule, checkConsensusRule, isConsensusRule } from "./consensus-rule.ts";

const good: readonly ConsensusRule[] = [
  { rule: "majority" },
  { rule: "unanimous" },
  { rule: "quorum", quorum: 1 },
  { rule: "weighted", threshold: 1 },
  { rule: "weighted", threshold: 0.01 },
];

const bad: readonly (readonly [unknown, string])[] = [
  [{ rule: "quorum", quorum: 0 }, "consensus/invalid-quorum"],
  [{ rule: "quorum", quorum: 1.5 }, "consensus/invalid-quorum"],
  [{ rule: "quorum", quorum: "2" }, "consensus/invalid-quorum"],
  [{ rule: "quorum", quorum: Number.NaN }, "consensus/invalid-quorum"],
  [{ rule: "quorum" }, "consensus/invalid-quorum"],
  [{ rule: "weighted", threshold: 0 }, "consensus/invalid-threshold"],
  [{ rule: "weighted", threshold: 1.01 }, "consensus/invalid-threshold"],
  [{ rule: "weighted", threshold: Number.NaN }, "consensus/invalid-threshold"],
  [{ rule: "dictator" }, "consensus/unknown-rule"],
  [{}, "consensus/unknown-rule"],
  [null, "consensus/unknown-rule"],
  ["majority", "consensus/unknown-rule"],
];

describe("a consensus rule", () => {
  test.each(good)("%j can be applied", (rule) => {
    expect(isConsensusRule(rule)).toBe(true);
    expect(() => checkConsensusRule(rule)).not.toThrow();
  });

  test.each(bad)("%j is refused as %s", (rule, code) => {
    expect(isConsensusRule(rule)).toBe(false);
    // Configuration read at run time can break the type's promise; that is what the check is for.
    const check = (): void => checkConsensusRule(rule as ConsensusRule);
    expect(check).toThrow(CodedError);
    expect(check).toThrow(expect.objectContaining({ code }));
  });
});
