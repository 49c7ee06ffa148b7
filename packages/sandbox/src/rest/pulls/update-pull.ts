import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { updatePullRequest } from "../../operations/update-pull-request.ts";
import { checkMayEdit } from "../issues/may-edit.ts";
import { pullRequestIn } from "../params.ts";
import { showPullRequest } from "./show.ts";

const bodySchema = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  base: z.string().optional(),
  maintainer_can_modify: z.boolean().optional(),
});

export const patchPullRequest = endpoint({
  method: "PATCH",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}",
  permission: { pull_requests: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const pullRequest = pullRequestIn(call);
    checkMayEdit(call, pullRequest.issue);
    await updatePullRequest(call.world, call.token(), pullRequest, body);
    return ok(await showPullRequest(call, pullRequest));
  },
});
