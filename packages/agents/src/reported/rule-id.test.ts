import { expect, it } from "vitest";
import { ruleId } from "./rule-id.ts";

it.each([
  ["no-debugger", "lint/no-debugger"],
  ["lint/style/useConst", "lint/lint-style-use-const"],
  ["@typescript-eslint/no-unused-vars", "lint/typescript-eslint-no-unused-vars"],
  ["SC2086", "lint/sc2086"],
  ["../../x\u001b[31m", "lint/x-31m"],
  ["", "lint/finding"],
  [undefined, "lint/finding"],
  ["a".repeat(1000), `lint/${"a".repeat(100)}`],
])("names the rule %s", (name, id) => {
  expect(ruleId("lint", name)).toBe(id);
});
