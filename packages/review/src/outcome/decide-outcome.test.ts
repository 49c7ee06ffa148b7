import { expect, test } from "vitest";
import { failedMember, memberOf } from "../../../../test/support/panel.ts";
import { ledgerOf, panelFindingOf } from "../../../../test/support/report.ts";
import type { CoverageLedger, HunkCoverage, OutcomeReason } from "../result.ts";
import { decideOutcome } from "./decide-outcome.ts";

const ledger = (counts: Partial<CoverageLedger>): CoverageLedger => ledgerOf([], counts);
const codes = (reasons: readonly OutcomeReason[]): readonly string[] =>
  reasons.map(({ code }) => code);
const worked = memberOf({ name: "worked" });

test("full coverage and nothing found is clean", () => {
  expect(decideOutcome(ledger({ reviewed: 3, carried: 1, excluded: 2 }), [worked], [])).toEqual({
    outcome: "clean",
    reasons: [],
  });
});

test("full coverage and something found is findings", () => {
  const { outcome } = decideOutcome(ledger({ reviewed: 1 }), [worked], [panelFindingOf()]);
  expect(outcome).toBe("findings");
});

test("disputed findings are findings, and the reason says that nobody agrees", () => {
  const disputed = panelFindingOf({ standing: "disputed" });
  const verdict = decideOutcome(ledger({ reviewed: 1 }), [worked], [disputed]);
  expect(verdict.outcome).toBe("findings");
  expect(codes(verdict.reasons)).toEqual(["disputed-only"]);
});

test.each([{ found: [] }, { found: [panelFindingOf()] }])(
  "a missed hunk makes it partial, whatever was found",
  ({ found }) => {
    expect(decideOutcome(ledger({ reviewed: 2, missed: 1 }), [worked], found)).toEqual({
      outcome: "partial",
      reasons: [{ code: "hunks-missed", message: "1 of 3 hunks was not reviewed." }],
    });
  },
);

test("a failed agent makes it partial and is named, though others read everything", () => {
  const members = [failedMember("z"), worked, failedMember("a", "no\nkey")];
  expect(decideOutcome(ledger({ reviewed: 2 }), members, [])).toEqual({
    outcome: "partial",
    reasons: [
      { code: "agent-failed", message: "The agent a failed: no key" },
      { code: "agent-failed", message: "The agent z failed: the connection was lost" },
    ],
  });
});

const at = (hunk: number, coverage: HunkCoverage): CoverageLedger["entries"][number] => {
  return { path: "a.ts", hunk, newStart: 1, newCount: 1, oldStart: 0, oldCount: 0, coverage };
};
const read: HunkCoverage = { status: "reviewed", agents: ["worked"] };
const skips = (hunk: number, reason: string, path = "a.ts") => ({ path, hunk, reason });

test("an agent that left hunks out makes it partial and is named, though others read them", () => {
  const skipped = [skips(1, "the budget\nwas used\u202e up"), skips(2, "x"), skips(2, "y")];
  const lazy = memberOf({ name: "lazy", coveredPaths: ["a.ts"], skipped });
  const coverage = ledgerOf([at(0, read), at(1, read), at(2, read)]);
  expect(decideOutcome(coverage, [worked, lazy], [])).toEqual({
    outcome: "partial",
    reasons: [
      {
        code: "hunks-skipped",
        message: "The agent lazy skipped 2 hunks, the first in a.ts: the budget was used up",
      },
    ],
  });
});

test.each<[string, HunkCoverage, ReturnType<typeof skips>]>([
  ["is excluded", { status: "excluded", reason: "symbolic link" }, skips(0, "r")],
  ["was carried over", { status: "carried" }, skips(0, "r")],
  ["is not in the change", read, skips(7, "r")],
  ["is in a file out of its scope", read, skips(0, "r", "b.ts")],
])("an agent lacks nothing when what it left out %s", (_why, coverage, skip) => {
  const lazy = memberOf({ name: "lazy", coveredPaths: ["a.ts"], skipped: [skip] });
  const entries = [at(0, coverage), { ...at(0, read), path: "b.ts" }];
  expect(decideOutcome(ledgerOf(entries), [worked, lazy], []).outcome).toBe("clean");
});

test("a hunk that the only agent left out is missed, and the agent is named", () => {
  const lazy = memberOf({ name: "lazy", coveredPaths: ["a.ts"], skipped: [skips(1, "too large")] });
  const coverage = ledgerOf([at(0, read), at(1, { status: "missed", reason: "too large" })]);
  const { outcome, reasons } = decideOutcome(coverage, [lazy], [panelFindingOf()]);
  expect(outcome).toBe("partial");
  expect(codes(reasons)).toEqual(["hunks-missed", "hunks-skipped"]);
});

test("what a failed agent claims to have skipped is not counted beside its failure", () => {
  const failed = { ...failedMember("a"), coveredPaths: ["a.ts"], skipped: [skips(0, "r")] };
  const { reasons } = decideOutcome(ledgerOf([at(0, read)]), [worked, failed], []);
  expect(codes(reasons)).toEqual(["agent-failed"]);
});

test("an agent with nothing in scope lacks nothing", () => {
  const idle = memberOf({ report: { status: "nothing-in-scope" } });
  expect(decideOutcome(ledger({ reviewed: 1 }), [worked, idle], []).outcome).toBe("clean");
});

test("nothing is reviewed when every agent failed, even where the last review stands", () => {
  const verdict = decideOutcome(ledger({ carried: 2 }), [failedMember("a")], []);
  expect(verdict.outcome).toBe("not-run");
  expect(codes(verdict.reasons)).toEqual(["no-agent-worked", "agent-failed"]);
});

test("a review without agents did not run", () => {
  const verdict = decideOutcome(ledger({ missed: 1 }), [], []);
  expect(verdict.outcome).toBe("not-run");
  expect(codes(verdict.reasons)).toEqual(["no-agent-worked"]);
});

test("a review in which no hunk was read did not run", () => {
  expect(decideOutcome(ledger({ missed: 2, excluded: 1 }), [worked], [])).toEqual({
    outcome: "not-run",
    reasons: [{ code: "nothing-reviewed", message: "None of 2 hunks was reviewed." }],
  });
});

test.each([
  [{ excluded: 0 }, "The change is empty: there was nothing to review."],
  [{ excluded: 2 }, "Nothing in the change is text to review."],
])("nothing to review is clean and says so", (counts, message) => {
  expect(decideOutcome(ledger(counts), [worked], [])).toEqual({
    outcome: "clean",
    reasons: [{ code: "nothing-to-review", message }],
  });
});
