import { expect, test } from "vitest";
import { failedMember, memberOf } from "../../../../test/support/panel.ts";
import { findingOf, ledgerOf } from "../../../../test/support/report.ts";
import type { CoverageLedger, OutcomeReason } from "../result.ts";
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
  const { outcome } = decideOutcome(ledger({ reviewed: 1 }), [worked], [findingOf()]);
  expect(outcome).toBe("findings");
});

test("disputed findings are findings, and the reason says that nobody agrees", () => {
  const disputed = findingOf({ standing: "disputed" });
  const verdict = decideOutcome(ledger({ reviewed: 1 }), [worked], [disputed]);
  expect(verdict.outcome).toBe("findings");
  expect(codes(verdict.reasons)).toEqual(["disputed-only"]);
});

test.each([{ found: [] }, { found: [findingOf()] }])(
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
