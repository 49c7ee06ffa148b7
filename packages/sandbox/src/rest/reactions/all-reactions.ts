import { issueCommentIn, issueIn, reviewCommentIn } from "../params.ts";
import { reactionEndpoints } from "./react-to.ts";

export const reactionsEndpoints = [
  ...reactionEndpoints(
    "/repos/{owner}/{repo}/issues/{issue_number}",
    ["issues", "pull_requests"],
    issueIn,
  ),
  ...reactionEndpoints(
    "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    ["issues", "pull_requests"],
    issueCommentIn,
  ),
  ...reactionEndpoints(
    "/repos/{owner}/{repo}/pulls/comments/{comment_id}",
    ["pull_requests"],
    reviewCommentIn,
  ),
];
