import { describe, expect, test } from "vitest";
import { readReport } from "./read-report.ts";

const report = {
  version: 1,
  key: "swarm",
  topology: "flat",
  outcome: "complete",
  reason: null,
  rounds: 2,
  coverage: { tasks: 3, done: 3, failed: ["b"], missing: [] },
  figures: { rho: 1.1, costUsd: null, makespan: 12 },
  usage: null,
  verdict: { applied: "majority", verdicts: [{ label: "yes" }, { label: null }] },
};

test("what can be told again is read, and the rest is left", () => {
  expect(readReport(JSON.stringify(report))).toEqual({
    version: 1,
    key: "swarm",
    outcome: "complete",
    reason: null,
    rounds: 2,
    coverage: report.coverage,
    figures: { rho: 1.1, costUsd: null },
    usage: null,
    verdict: report.verdict,
  });
});

describe("what is no report is refused", () => {
  test.each<[string, string]>([
    ["no JSON", "{"],
    ["nothing", "null"],
    ["of a later version", JSON.stringify({ ...report, version: 2 })],
    ["without an outcome", JSON.stringify({ ...report, outcome: "green" })],
    ["with tasks that are none", JSON.stringify({ ...report, coverage: { tasks: -1 } })],
    ["with a number that is a text", JSON.stringify({ ...report, figures: { rho: "1" } })],
  ])("%s", (_title, content) => {
    expect(() => readReport(content)).toThrow(expect.objectContaining({ code: "report/invalid" }));
  });
});
