import type { Call } from "../kernel/endpoint.ts";
import { notFound, Refusal } from "../kernel/refusal.ts";
import type { Author } from "../operations/author.ts";
import {
  findIssue,
  findIssueComment,
  findPullRequest,
  findReview,
  findReviewComment,
} from "../operations/find.ts";
import { resolveCommit } from "../operations/git/resolve.ts";
import type { Issue, IssueComment, PullRequest, Review, ReviewComment } from "../state/model.ts";

/** The number or id that a path holds. @throws Refusal 404 when it is none */
export function numberIn(call: Call, name: string): number {
  const text = call.params[name] ?? "";
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
  throw notFound();
}

/** What a path holds. */
export function textIn(call: Call, name: string): string {
  return call.params[name] ?? "";
}

/** Who looks; null for those who did not say who they are. */
export function viewerOf(call: Call): Author | null {
  return call.headers.authorization === undefined ? null : call.token();
}

export function issueIn(call: Call): Issue {
  return findIssue(call.repository(), numberIn(call, "issue_number"));
}

export function pullRequestIn(call: Call): PullRequest {
  return findPullRequest(call.repository(), numberIn(call, "pull_number"));
}

export function reviewIn(call: Call): Review {
  return findReview(pullRequestIn(call), numberIn(call, "review_id"), viewerOf(call));
}

export function issueCommentIn(call: Call): IssueComment {
  return findIssueComment(call.repository(), numberIn(call, "comment_id"));
}

export function reviewCommentIn(call: Call): ReviewComment {
  return findReviewComment(call.repository(), numberIn(call, "comment_id"), viewerOf(call));
}

/** The commit that a branch, a tag or an id in the path names. @throws Refusal 422 */
export async function commitIn(call: Call, name: string): Promise<string> {
  const wanted = textIn(call, name);
  const sha = await resolveCommit(call.repository(), wanted);
  if (sha !== null) return sha;
  throw new Refusal(422, `No commit found for SHA: ${wanted}`);
}
