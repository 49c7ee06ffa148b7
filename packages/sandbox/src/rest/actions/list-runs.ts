import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { workflowId } from "../../operations/workflow-id.ts";
import type { WorkflowRun } from "../../state/model.ts";
import { countedReply } from "../page-reply.ts";
import { textIn } from "../params.ts";
import { showRun } from "./get-run.ts";

export const listWorkflowRuns = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/actions/runs",
  permission: { actions: "read" },
  handle: (call) => listRuns(call, call.repository().workflowRuns),
});

export const listRunsOfWorkflow = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
  permission: { actions: "read" },
  handle: (call) => {
    const { workflowRuns } = call.repository();
    const wanted = textIn(call, "workflow_id");
    const runs = workflowRuns.filter(
      ({ path, repository }) =>
        path.split("/").at(-1) === wanted || String(workflowId(repository, path)) === wanted,
    );
    if (runs.length === 0) throw notFound();
    return listRuns(call, runs);
  },
});

function listRuns(call: Call, runs: readonly WorkflowRun[]): Promise<Reply> {
  const asked = runs
    .filter((run) => isAsked(call, run))
    .toSorted((one, other) => other.id - one.id);
  return countedReply(call, "workflow_runs", asked, (run) => showRun(call, run));
}

function isAsked(call: Call, run: WorkflowRun): boolean {
  const is = (name: string, ...values: readonly (string | null)[]): boolean => {
    const wanted = call.query.get(name);
    return wanted === null || values.includes(wanted);
  };
  return (
    is("actor", run.actor.login) &&
    is("branch", run.headBranch) &&
    is("event", run.event) &&
    is("status", run.status, run.conclusion) &&
    is("head_sha", run.headSha)
  );
}
