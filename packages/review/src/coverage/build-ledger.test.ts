import { expect, test } from "vitest";
import { changeOf, type Files } from "../../../../test/support/change.ts";
import { failedMember, memberOf } from "../../../../test/support/panel.ts";
import type { PanelMember } from "../panel.ts";
import type { CoverageLedger } from "../result.ts";
import { type ScopedFile, scopeChange } from "../scope/scope-change.ts";
import { buildLedger } from "./build-ledger.ts";

const text = "one\ntwo\n";

function scoped(
  before: Files,
  after: Files,
  ignore: readonly string[] = [],
): readonly ScopedFile[] {
  return scopeChange(changeOf(before, after), ignore);
}

function ledger(files: readonly ScopedFile[], ...members: readonly PanelMember[]): CoverageLedger {
  return buildLedger(files, members, new Set());
}

const counts = ({ entries: _entries, ...numbers }: CoverageLedger): object => numbers;

test("a hunk is reviewed when one agent read it, and says by whom", () => {
  const files = scoped({}, { "a.ts": text });
  const a = memberOf({ name: "a", coveredPaths: ["a.ts"] });
  const b = memberOf({ name: "b", coveredPaths: ["a.ts"] });
  const c = memberOf({ name: "c" });
  expect(ledger(files, b, a, c).entries).toEqual([
    {
      path: "a.ts",
      hunk: 0,
      newStart: 1,
      newCount: 2,
      oldStart: 0,
      oldCount: 0,
      coverage: { status: "reviewed", agents: ["a", "b"] },
    },
  ]);
});

test("one agent may skip what another reads", () => {
  const files = scoped({}, { "a.ts": text });
  const skipped = [{ path: "a.ts", hunk: 0, reason: "too large" }];
  const lazy = memberOf({ name: "lazy", coveredPaths: ["a.ts"], skipped });
  const keen = memberOf({ name: "keen", coveredPaths: ["a.ts"] });
  const [entry] = ledger(files, lazy, keen).entries;
  expect(entry?.coverage).toEqual({ status: "reviewed", agents: ["keen"] });
});

test("a hunk that every agent in scope skipped is missed, with their reasons on one line", () => {
  const files = scoped({}, { "a.ts": text });
  const skip = (name: string, reason: string): PanelMember =>
    memberOf({ name, coveredPaths: ["a.ts"], skipped: [{ path: "a.ts", hunk: 0, reason }] });
  const { entries, missed } = ledger(files, skip("b", "no\nbudget"), skip("a", "too\u202e large"));
  expect(missed).toBe(1);
  expect(entries[0]?.coverage).toEqual({
    status: "missed",
    reason: "a skipped it: too large; b skipped it: no budget",
  });
});

test("a file that no agent covers is missed", () => {
  const { entries, missed } = ledger(scoped({}, { "a.ts": text }), memberOf());
  expect(missed).toBe(1);
  expect(entries[0]?.coverage).toEqual({
    status: "missed",
    reason: "no agent covers this file",
  });
});

test("a file is missed when the agents that failed might have covered it, and they are named", () => {
  const { entries } = ledger(scoped({}, { "a.ts": text }), failedMember("b"), failedMember("a"));
  expect(entries[0]?.coverage).toEqual({
    status: "missed",
    reason: "no agent that worked covers this file (failed: a, b)",
  });
});

test("what a failed agent claims to cover does not count", () => {
  const liar = memberOf({ coveredPaths: ["a.ts"], report: { status: "timed-out" } });
  expect(ledger(scoped({}, { "a.ts": text }), liar).missed).toBe(1);
});

test("an ignored file is excluded, hunk by hunk, by the glob that ignores it", () => {
  const files = scoped({}, { "docs/.hidden/a.md": text, "b.ts": text }, ["lib/**", "docs/**"]);
  const made = ledger(files, memberOf({ coveredPaths: ["b.ts"] }));
  expect(counts(made)).toEqual({ reviewed: 1, carried: 0, excluded: 1, missed: 0 });
  expect(made.entries.find(({ path }) => path.startsWith("docs/"))?.coverage).toEqual({
    status: "excluded",
    reason: "ignored by the configuration: docs/**",
  });
});

test.each<[string, Files, Files]>([
  ["binary file", {}, { "a.bin": Uint8Array.of(1, 0, 2, 0) }],
  ["renamed without a change of its text", { "a.ts": text }, { "b.ts": text }],
  ["empty file", {}, { "a.ts": "" }],
  ["empty file", { "a.ts": "" }, {}],
])("a file without hunks has one entry: %s", (reason, before, after) => {
  const made = ledger(scoped(before, after), memberOf());
  expect(counts(made)).toEqual({ reviewed: 0, carried: 0, excluded: 1, missed: 0 });
  expect(made.entries).toMatchObject([{ hunk: null, coverage: { status: "excluded", reason } }]);
});

test.each([
  ["submodule", "submodule: only the commit it points to changes"],
  ["symlink", "symbolic link: only its target changes"],
] as const)(
  "a %s is excluded where no agent covers it, and reviewed where one does",
  (content, reason) => {
    const files = scoped({}, { a: text }).map((scope) => {
      const diff = { ...scope.file.diff, content };
      return { ...scope, file: { ...scope.file, diff } };
    });
    const uncovered = ledger(files, memberOf());
    expect(uncovered.excluded).toBe(1);
    expect(uncovered.entries[0]?.coverage).toEqual({ status: "excluded", reason });
    expect(ledger(files, memberOf({ coveredPaths: ["a"] })).reviewed).toBe(1);
  },
);

test("a change of mode alone is excluded", () => {
  const modes = { oldMode: "100644", newMode: "100755" };
  const files = scoped({}, { a: "" }).map((scope) => {
    const diff = { ...scope.file.diff, ...modes, change: "modified" as const };
    return { ...scope, file: { ...scope.file, diff } };
  });
  expect(ledger(files, memberOf()).entries[0]?.coverage).toEqual({
    status: "excluded",
    reason: "only the file mode changes",
  });
});

test("a hunk whose last review stands is carried, even where agents failed", () => {
  const files = scoped({}, { "a.ts": text });
  const carried = new Set(files.flatMap(({ hunks }) => hunks).map((hunk) => hunk.fingerprint));
  const made = buildLedger(files, [failedMember("a")], carried);
  expect(counts(made)).toEqual({ reviewed: 0, carried: 1, excluded: 0, missed: 0 });
});
