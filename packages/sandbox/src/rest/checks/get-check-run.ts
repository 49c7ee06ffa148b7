import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { presentAnnotation, presentCheckRun } from "../../present/check-run.ts";
import { pageReply } from "../page-reply.ts";
import { checkRunIn } from "./check-run-in.ts";

export const getCheckRun = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/check-runs/{check_run_id}",
  permission: { checks: "read" },
  handle: (call) => ok(presentCheckRun(call.world, checkRunIn(call))),
});

export const listAnnotations = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations",
  permission: { checks: "read" },
  handle: (call) => {
    const run = checkRunIn(call);
    return pageReply(call, run.annotations, (annotation) =>
      presentAnnotation(call.world, run, annotation),
    );
  },
});
