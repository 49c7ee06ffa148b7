import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { pullRequestsOf } from "../../operations/find.ts";
import type { PullRequest } from "../../state/model.ts";
import { pageReply } from "../page-reply.ts";
import { sorted } from "../sorted.ts";
import { showSimplePullRequest } from "./show.ts";

export const listPullRequests = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls",
  permission: { pull_requests: "read" },
  handle: (call) => {
    const state = call.query.get("state") ?? "open";
    const found = pullRequestsOf(call.repository()).filter(
      (pullRequest) =>
        (state === "all" || pullRequest.issue.state === state) && isAsked(call, pullRequest),
    );
    // Issues carry the dates.
    const order = sorted(
      call,
      found.map(({ issue }) => issue),
      "desc",
    );
    const shown = order.flatMap(({ pullRequest }) => pullRequest ?? []);
    return pageReply(call, shown, (pullRequest) => showSimplePullRequest(call, pullRequest));
  },
});

/** `head` is `owner:branch`; what is not of that form is ignored, as GitHub does. */
function isAsked(call: Call, { base, head }: PullRequest): boolean {
  const wantedBase = call.query.get("base");
  const wantedHead = call.query.get("head");
  if (wantedBase !== null && base.ref !== wantedBase) return false;
  if (wantedHead === null || !wantedHead.includes(":")) return true;
  const owner = head.repository?.owner.login ?? "unknown";
  return `${owner}:${head.ref}`.toLowerCase() === wantedHead.toLowerCase();
}
