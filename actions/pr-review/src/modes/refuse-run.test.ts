import type { WorkflowRunFacts } from "@swarm-actions/github";
import { expect, test } from "vitest";
import { refuseOtherRuns } from "./refuse-run.ts";

const run: WorkflowRunFacts = {
  id: 9,
  attempt: 1,
  name: "analyze",
  path: ".github/workflows/analyze.yml",
  event: "pull_request",
  status: "completed",
  conclusion: "success",
  headSha: "a".repeat(40),
  headBranch: "topic",
  headRepository: "someone/app",
};

test("a finished run for a pull request is taken", () => {
  expect(() => refuseOtherRuns(run)).not.toThrow();
  expect(() => refuseOtherRuns({ ...run, conclusion: "failure" })).not.toThrow();
});

test.each([
  ["another event", { event: "push" }, /started by push/],
  ["a pull_request_target", { event: "pull_request_target" }, /pull_request_target/],
  ["a run that goes on", { status: "in_progress" }, /is in_progress/],
])("%s is refused", (_title, overrides, message) => {
  expect(() => refuseOtherRuns({ ...run, ...overrides })).toThrow(message);
});
