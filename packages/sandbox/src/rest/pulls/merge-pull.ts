import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { noContent, ok } from "../../kernel/reply.ts";
import { mergePullRequest } from "../../operations/merge-pull-request.ts";
import { pullRequestIn } from "../params.ts";

const bodySchema = z.object({
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.enum(["merge", "squash", "rebase"]).default("merge"),
});

export const putMerge = endpoint({
  method: "PUT",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/merge",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const sha = await mergePullRequest(call.world, call.token(), pullRequestIn(call), {
      method: body.merge_method,
      title: body.commit_title ?? null,
      message: body.commit_message ?? null,
      sha: body.sha ?? null,
    });
    return ok({ sha, merged: true, message: "Pull Request successfully merged" });
  },
});

export const getMerge = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/merge",
  permission: { contents: "read", pull_requests: "read" },
  handle: (call) => {
    if (pullRequestIn(call).merged === null) throw notFound();
    return noContent();
  },
});
