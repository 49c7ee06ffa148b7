import { endpoint } from "../../kernel/endpoint.ts";
import { page } from "../../kernel/paginate.ts";
import { ok } from "../../kernel/reply.ts";
import { commitsOf } from "../../operations/git/commits-of.ts";
import { showCommits } from "../git/show-commits.ts";
import { pullRequestIn } from "../params.ts";

/** GitHub lists no more. */
const commitsLimit = 250;

export const listPullRequestCommits = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/pulls/{pull_number}/commits",
  permission: { pull_requests: "read" },
  handle: async (call) => {
    const commits = await commitsOf(pullRequestIn(call));
    const { items, headers } = page(call, commits.slice(0, commitsLimit));
    return ok(await showCommits(call, call.repository(), items), headers);
  },
});
