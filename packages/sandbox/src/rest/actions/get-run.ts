import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { findWorkflowRun } from "../../operations/find.ts";
import { headCommitOf } from "../../operations/workflow-runs.ts";
import { presentWorkflowRun } from "../../present/workflow-run.ts";
import type { WorkflowRun } from "../../state/model.ts";
import { numberIn } from "../params.ts";

export const getWorkflowRun = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/actions/runs/{run_id}",
  permission: { actions: "read" },
  handle: async (call) =>
    ok(await showRun(call, findWorkflowRun(call.repository(), numberIn(call, "run_id")))),
});

/** The jobs of a run are not kept. */
export const listRunJobs = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/actions/runs/{run_id}/jobs",
  permission: { actions: "read" },
  handle: (call) => {
    findWorkflowRun(call.repository(), numberIn(call, "run_id"));
    return ok({ total_count: 0, jobs: [] });
  },
});

export async function showRun(call: Call, run: WorkflowRun): Promise<Record<string, unknown>> {
  return presentWorkflowRun(call.world, run, await headCommitOf(run));
}
