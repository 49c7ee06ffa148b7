import { z } from "zod";
import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { invalid } from "../../kernel/refusal.ts";
import { created } from "../../kernel/reply.ts";
import { createPullRequest } from "../../operations/create-pull-request.ts";
import { findFork } from "../../operations/find-fork.ts";
import type { Repository } from "../../state/model.ts";
import { showPullRequest } from "./show.ts";

const bodySchema = z.object({
  title: z.string().optional(),
  head: z.string(),
  head_repo: z.string().optional(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
  maintainer_can_modify: z.boolean().optional(),
});

export const postPullRequest = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/pulls",
  permission: { pull_requests: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const pullRequest = await createPullRequest(call.world, call.token(), call.repository(), {
      title: body.title ?? "",
      body: body.body ?? null,
      head: findHead(call, body.head, body.head_repo ?? null),
      base: body.base,
      draft: body.draft,
    });
    return created(await showPullRequest(call, pullRequest));
  },
});

/** A branch, or `owner:branch` of a fork; `head_repo` names a fork among several of an owner. */
function findHead(
  call: Call,
  head: string,
  name: string | null,
): { readonly repository: Repository; readonly ref: string } {
  const at = head.indexOf(":");
  if (at === -1) return { repository: call.repository(), ref: head };
  const fork = findFork(call.world, call.repository(), head.slice(0, at), name);
  if (fork === null) throw invalid({ resource: "PullRequest", field: "head", code: "invalid" });
  return { repository: fork, ref: head.slice(at + 1) };
}
