import { expect, test } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { memberOf, remarkOn } from "../../../../test/support/panel.ts";
import { indexDiff } from "../finding/diff-index.ts";
import type { Remark } from "../finding/model.ts";
import { compileRulePolicy } from "../scope/rule-policy.ts";
import type { RuleSetting } from "../settings.ts";
import type { ReviewTask } from "../task.ts";
import { type Hearing, hearPanel } from "./hear-panel.ts";

const lines = Array.from({ length: 60 }, (_, at) => `line ${at + 1}\n`);
const task = taskOf(
  { "a.ts": lines.join("") },
  { "a.ts": lines.with(9, "ten\n").with(39, "forty\n").join("") },
);

/** The same task, with only those hunks left to review. */
const askedFor = (...hunks: readonly number[]): ReviewTask => {
  return { ...task, files: task.files.map((file) => ({ ...file, hunks })) };
};

function hear(
  remarks: readonly Remark[],
  { rules = {}, from = task }: { rules?: Record<string, RuleSetting>; from?: ReviewTask } = {},
): Hearing {
  const diff = { files: from.files.map((file) => file.diff) };
  const context = { task: from, diff, index: indexDiff(diff), carried: [] };
  const member = memberOf({
    remarks,
    report: { corrections: [{ kind: "dropped", reason: "too many", count: 2 }] },
  });
  return hearPanel([member], { ...context, policy: compileRulePolicy(rules) });
}

const corrections = (hearing: Hearing): object => hearing.corrections.get("reader") ?? [];
const own = { kind: "dropped", reason: "too many", count: 2 };

test("a remark becomes a signed finding, and the agent's own corrections stay", () => {
  const hearing = hear([remarkOn("a.ts", 10)]);
  expect(hearing.findings).toMatchObject([
    { agent: "reader", provider: "reader", fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ]);
  expect(corrections(hearing)).toEqual([own]);
  expect(hearing.unsettledPaths).toEqual(new Set());
});

test("a remark on a hunk that nobody asked about is dropped and counted", () => {
  const hearing = hear([remarkOn("a.ts", 10), remarkOn("a.ts", 40)], { from: askedFor(1) });
  expect(hearing.findings.map(({ place }) => place)).toMatchObject([{ startLine: 40 }]);
  expect(corrections(hearing)).toEqual([
    { kind: "dropped", reason: "the lines were not to be reviewed again", count: 1 },
    own,
  ]);
});

test("a remark on lines outside the diff is put on the file, which is then unsettled", () => {
  const hearing = hear([remarkOn("a.ts", 25)]);
  expect(hearing.findings.map(({ place }) => place)).toEqual([{ kind: "file", path: "a.ts" }]);
  expect(hearing.unsettledPaths).toEqual(new Set(["a.ts"]));
});

test("a suggestion that does not apply is left out, the remark stays", () => {
  const suggestion = { startLine: 10, endLine: 900, replacement: "x" };
  const hearing = hear([remarkOn("a.ts", 10, { suggestion })]);
  expect(hearing.findings).toHaveLength(1);
  expect(hearing.findings[0]).not.toHaveProperty("suggestion");
  expect(corrections(hearing)).toContainEqual(
    expect.objectContaining({ kind: "demoted", count: 1 }),
  );
});

test("what a setting silences is counted with the reason", () => {
  const rules = { "reader/word": { severity: "off" } } as const;
  const hearing = hear([remarkOn("a.ts", 10), remarkOn("a.ts", 40)], { rules });
  expect(hearing.findings).toEqual([]);
  expect(corrections(hearing)).toEqual([
    { kind: "dropped", reason: "the rule is switched off", count: 2 },
    own,
  ]);
});

test.each([null, 7, "text", [], {}, { place: null }, { place: { kind: "lines", path: "a.ts" } }])(
  "a lying agent's %j is no finding and no crash",
  (raw) => {
    expect(hear([raw as unknown as Remark]).findings).toEqual([]);
  },
);
