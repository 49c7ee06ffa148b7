import { expect, test } from "vitest";
import type { ConsensusRule } from "./consensus-rule.ts";
import { readConsensusRule, writeConsensusRule } from "./rule-text.ts";

test.each<[string, ConsensusRule]>([
  ["majority", { rule: "majority" }],
  ["quorum:2", { rule: "quorum", quorum: 2 }],
  ["unanimous", { rule: "unanimous" }],
  ["weighted:0.6", { rule: "weighted", threshold: 0.6 }],
  ["borda", { rule: "borda" }],
  ["approval", { rule: "approval" }],
  ["dawid-skene", { rule: "dawid-skene" }],
  ["byzantine:1", { rule: "byzantine", faulty: 1 }],
])("%s is read as it is written", (text, rule) => {
  expect(readConsensusRule(text)).toEqual(rule);
  expect(writeConsensusRule(rule)).toBe(text);
});

test("other ways to write a rule", () => {
  expect(readConsensusRule(" quorum(2) ")).toEqual({ rule: "quorum", quorum: 2 });
  expect(readConsensusRule("weighted")).toEqual({ rule: "weighted", threshold: 0.5 });
});

test("a number that is not there is missed by its rule", () => {
  expect(() => readConsensusRule("quorum")).toThrow("quorum needs a number");
  expect(() => readConsensusRule("byzantine")).toThrow("byzantine needs a number");
});

test.each([
  ["dictator", "consensus/unknown-rule"],
  ["", "consensus/unknown-rule"],
  ["quorum:two", "consensus/unknown-rule"],
  ["quorum:2:3", "consensus/unknown-rule"],
  ["__proto__", "consensus/unknown-rule"],
  ["quorum", "consensus/invalid-quorum"],
  ["quorum:0", "consensus/invalid-quorum"],
  ["quorum:1.5", "consensus/invalid-quorum"],
  ["weighted:1.1", "consensus/invalid-threshold"],
  ["weighted:1.1.1", "consensus/invalid-threshold"],
  ["byzantine", "consensus/invalid-faulty"],
  ["byzantine:0", "consensus/invalid-faulty"],
  ["majority:1", "consensus/malformed-rule"],
])("%j is refused as %s", (text, code) => {
  expect(() => readConsensusRule(text)).toThrow(expect.objectContaining({ code }));
});
