import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRuleId, normaliseRuleId } from "./rule-id.ts";

describe("a rule id", () => {
  test.each(["secrets/aws-access-key", "ruff/E722", "eslint/@typescript-eslint/no-explicit-any"])(
    "%s stays as it is",
    (rule) => expect(normaliseRuleId("agent", rule)).toBe(rule),
  );

  test.each([
    ["no-eval", "linter/no-eval"],
    ["python.lang.eval", "linter/python-lang-eval"],
    ["Null deref!", "linter/Null-deref"],
    ["/absolute", "agent/absolute"],
    ["model/", "model/unnamed"],
    ["", "linter/unnamed"],
    [undefined, "linter/unnamed"],
    [{ toString: (): string => "x/y" }, "linter/unnamed"],
    ["a/<b onclick=x>", "a/b-onclick-x"],
  ])("%j becomes %s", (raw, rule) => expect(normaliseRuleId("linter", raw)).toBe(rule));

  test("is always well formed, whatever it was made of, and settled at once", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(fc.string({ unit: "binary" }), fc.anything()),
        (agent, raw) => {
          const rule = normaliseRuleId(agent, raw);
          expect(isRuleId(rule)).toBe(true);
          expect(normaliseRuleId("other", rule)).toBe(rule);
        },
      ),
    );
  });

  test("of any length is bounded", () => {
    expect(normaliseRuleId("x".repeat(9000), "y".repeat(90_000)).length).toBeLessThan(200);
  });
});
