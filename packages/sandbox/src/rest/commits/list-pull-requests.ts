import { endpoint } from "../../kernel/endpoint.ts";
import { pullRequestsOf } from "../../operations/find.ts";
import { isCommitOf } from "../../operations/git/commits-of.ts";
import type { PullRequest } from "../../state/model.ts";
import { pageReply } from "../page-reply.ts";
import { commitIn } from "../params.ts";
import { showSimplePullRequest } from "../pulls/show.ts";

export const listPullRequestsOfCommit = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
  permission: { pull_requests: "read", contents: "read" },
  handle: async (call) => {
    const sha = await commitIn(call, "commit_sha");
    const found: PullRequest[] = [];
    for (const pullRequest of pullRequestsOf(call.repository())) {
      const isMerge = pullRequest.merged?.sha === sha;
      if (isMerge || (await isCommitOf(pullRequest, sha))) found.push(pullRequest);
    }
    return pageReply(call, found, (pullRequest) => showSimplePullRequest(call, pullRequest));
  },
});
