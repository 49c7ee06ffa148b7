import { expect, test } from "vitest";
import { panelFindingOf } from "../../../../test/support/report.ts";
import type { Finding, Place } from "../finding/model.ts";
import type { RuleSetting } from "../settings.ts";
import { compileRulePolicy } from "./rule-policy.ts";

function decide(
  rules: Readonly<Record<string, RuleSetting>>,
  overrides: Partial<Finding> = {},
): string {
  const finding = panelFindingOf({ rule: "reader/word", agent: "reader", ...overrides });
  const decided = compileRulePolicy(rules)(finding);
  return "silenced" in decided ? decided.silenced : decided.severity;
}

const inFile = (path: string): Place => ({ kind: "file", path });

test("without settings a finding stays as it is", () => {
  expect(decide({})).toBe("medium");
});

test("a rule can be switched off, alone or with all rules of its agent", () => {
  expect(decide({ "reader/word": { severity: "off" } })).toBe("the rule is switched off");
  expect(decide({ "reader/*": { severity: "off" } })).toBe("the rule is switched off");
  expect(decide({ "other/word": { severity: "off" } })).toBe("medium");
});

test("the setting of a rule goes before that of its agent, key by key", () => {
  const rules = { "reader/word": { severity: "low" }, "reader/*": { severity: "off" } } as const;
  expect(decide(rules)).toBe("low");
  expect(decide(rules, { rule: "reader/other" })).toBe("the rule is switched off");
  const narrowed = {
    "reader/word": { severity: "low" },
    "reader/*": { ignore: ["src/**"] },
  } as const;
  expect(decide(narrowed)).toBe("the rule is silent on this path");
});

test("an agent's rules are known by the agent's name and by the name in the rule", () => {
  const overrides = { agent: "linter", rule: "eslint/no-undef" };
  expect(decide({ "linter/*": { severity: "info" } }, overrides)).toBe("info");
  expect(decide({ "eslint/*": { severity: "info" } }, overrides)).toBe("info");
});

test("a rule is narrowed to paths, hidden ones included", () => {
  const rules = { "reader/word": { paths: ["src/**"] } };
  expect(decide(rules, { place: inFile("src/.a/b.ts") })).toBe("medium");
  expect(decide(rules, { place: inFile("test/b.ts") })).toBe("the rule is silent on this path");
});

test("ignored paths win over wanted ones", () => {
  const rules = { "reader/word": { paths: ["src/**"], ignore: ["**/*.gen.ts"] } };
  expect(decide(rules, { place: inFile("src/a.gen.ts") })).toBe("the rule is silent on this path");
});

test("a remark on the whole change has no path to be narrowed by", () => {
  expect(decide({ "reader/word": { paths: ["src/**"] } }, { place: { kind: "change" } })).toBe(
    "medium",
  );
});

test("a rule named like a property of every object has no setting", () => {
  expect(decide({}, { rule: "__proto__/constructor", agent: "__proto__" })).toBe("medium");
  expect(decide({}, { rule: "constructor" })).toBe("medium");
});
