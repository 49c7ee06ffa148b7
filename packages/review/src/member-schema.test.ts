import { describe, expect, test } from "vitest";
import { memberOf } from "../../../test/support/panel.ts";
import { answeredMember, mergedMember } from "./member-schema.ts";

const member = memberOf({ name: "model", coveredPaths: ["a.ts"] });
const usage = { requests: 1, inputTokens: 1, outputTokens: 1, costUsd: null };
const skip = { path: "a.ts", hunk: 0, reason: "too long" };
const filled = {
  ...member,
  silence: "missing",
  skipped: [skip],
  remarks: [{ anything: 1 }],
  report: { ...member.report, usage },
};

describe.each([
  ["as it was asked", answeredMember],
  ["as it is handed over", mergedMember],
])("a member %s", (_what, schema) => {
  test("is taken as it is", () => {
    expect(schema.parse(filled)).toEqual(filled);
    expect(schema.parse(member)).toEqual(member);
  });

  test.each<[string, object]>([
    ["a key that is not known", { ...filled, trust: 2 }],
    ["a name that is a path", { ...filled, name: "../model" }],
    ["a provider without a name", { ...filled, provider: "" }],
    ["no weight", { ...filled, weight: 0 }],
    ["a weight beyond measure", { ...filled, weight: 1001 }],
    ["a category of its own", { ...filled, categories: ["__proto__"] }],
    ["a silence of its own", { ...filled, silence: "yes" }],
    ["paths without end", { ...filled, coveredPaths: Array(10_001).fill("a.ts") }],
    ["a path without end", { ...filled, coveredPaths: ["x".repeat(4097)] }],
    ["remarks without end", { ...filled, remarks: Array(5001).fill({}) }],
    ["a remark that is a word", { ...filled, remarks: ["x"] }],
    ["hunks without end", { ...filled, skipped: Array(50_001).fill(skip) }],
    ["a hunk that is none", { ...filled, skipped: [{ ...skip, hunk: -1 }] }],
    ["a reason without end", { ...filled, skipped: [{ ...skip, reason: "x".repeat(8001) }] }],
    [
      "a hunk that others were and were not asked about",
      { ...filled, skipped: [{ ...skip, isUnasked: false }] },
    ],
    ["a status of its own", { ...filled, report: { ...filled.report, status: "fine" } }],
    ["a trust that it gives itself", { ...filled, report: { ...filled.report, trust: 9 } }],
    [
      "tokens beyond measure",
      { ...filled, report: { ...filled.report, usage: { ...usage, inputTokens: 1e9 + 1 } } },
    ],
    [
      "a price that is none",
      { ...filled, report: { ...filled.report, usage: { ...usage, costUsd: -1 } } },
    ],
  ])("is refused with %s", (_what, said) => {
    expect(schema.safeParse(said).success).toBe(false);
  });
});

test("whoever was asked cannot say that others were, and that so nothing is lacking", () => {
  const said = { ...filled, skipped: [{ ...skip, isUnasked: true }] };
  expect(answeredMember.safeParse(said).success).toBe(false);
  expect(mergedMember.parse(said)).toEqual(said);
});
