import { CodedError } from "@swarm-actions/core";
import type { WorkflowRunFacts } from "@swarm-actions/github";

/**
 * Only runs for pull requests may be published; a run of another event could name any commit.
 * @throws CodedError `pr-review/wrong-run`
 */
export function refuseOtherRuns({ event, status, path, id }: WorkflowRunFacts): void {
  if (event === "pull_request" && status === "completed") return;
  const what = event === "pull_request" ? `is ${status}` : `was started by ${event}`;
  throw new CodedError("pr-review/wrong-run", `run ${id} of ${path} ${what}`, {
    fix: "Let `workflow_run` name only the workflow that analyzes pull requests, `types: [completed]`.",
    place: "on: workflow_run",
  });
}
