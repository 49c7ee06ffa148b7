import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { created } from "../../kernel/reply.ts";
import { createCheckRun } from "../../operations/check-runs.ts";
import { typeOf } from "../../operations/git/objects.ts";
import { presentCheckRun } from "../../present/check-run.ts";
import { changeOf, checkRunFields } from "./check-body.ts";

const bodySchema = z.object({ ...checkRunFields, name: z.string(), head_sha: z.string() });

export const postCheckRun = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/check-runs",
  permission: { checks: "write" },
  body: bodySchema,
  handle: async (call, { name, head_sha, ...body }) => {
    if ((await typeOf(call.repository(), head_sha)) !== "commit") {
      throw new Refusal(422, `No commit found for SHA: ${head_sha}`);
    }
    const input = { ...changeOf(body), name, headSha: head_sha };
    const run = createCheckRun(call.world, call.token(), call.repository(), input);
    return created(presentCheckRun(call.world, run));
  },
});
