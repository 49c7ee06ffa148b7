import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { updateCheckRun } from "../../operations/check-runs.ts";
import { presentCheckRun } from "../../present/check-run.ts";
import { changeOf, checkRunFields } from "./check-body.ts";
import { checkRunIn } from "./check-run-in.ts";

const bodySchema = z.object({ ...checkRunFields, name: z.string().optional() });

export const patchCheckRun = endpoint({
  method: "PATCH",
  path: "/repos/{owner}/{repo}/check-runs/{check_run_id}",
  permission: { checks: "write" },
  body: bodySchema,
  handle: (call, { name, ...body }) => {
    const run = checkRunIn(call);
    const input = { ...changeOf(body), ...(name !== undefined && { name }) };
    updateCheckRun(call.world, call.token(), run, input);
    return ok(presentCheckRun(call.world, run));
  },
});
