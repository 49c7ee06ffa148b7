import { notFound } from "../kernel/refusal.ts";
import type {
  CheckRun,
  CheckSuite,
  Issue,
  IssueComment,
  PullRequest,
  Repository,
  Review,
  ReviewComment,
  WorkflowRun,
} from "../state/model.ts";
import type { Author } from "./author.ts";

/** Finds by number or id what a repository holds. All throw a Refusal 404 when there is none. */

export function findIssue(repository: Repository, number: number): Issue {
  return repository.issues.get(number) ?? nothing();
}

export function findPullRequest(repository: Repository, number: number): PullRequest {
  return repository.issues.get(number)?.pullRequest ?? nothing();
}

export function findIssueComment(repository: Repository, id: number): IssueComment {
  return commentsOf(repository).find((comment) => comment.id === id) ?? nothing();
}

/** All comments on issues and pull requests of a repository, oldest first. */
export function commentsOf({ issues }: Repository): readonly IssueComment[] {
  return [...issues.values()]
    .flatMap(({ comments }) => comments)
    .sort((one, other) => one.id - other.id);
}

/** A pending review is there for its author alone. */
export function findReview(pullRequest: PullRequest, id: number, viewer: Author | null): Review {
  const review = pullRequest.reviews.find((review) => review.id === id);
  return review !== undefined && isVisible(review, viewer) ? review : nothing();
}

/** Whether someone may see a review, and what was said with it. */
export function isVisible(review: Review, viewer: Author | null): boolean {
  return review.state !== "PENDING" || review.author.id === viewer?.actor.id;
}

/** Every comment on the diffs of a repository, or of one pull request, oldest first. */
export function reviewCommentsOf(pullRequests: readonly PullRequest[]): readonly ReviewComment[] {
  return pullRequests
    .flatMap(({ threads }) => threads.flatMap(({ comments }) => comments))
    .sort((one, other) => one.id - other.id);
}

export function findReviewComment(
  repository: Repository,
  id: number,
  viewer: Author | null,
): ReviewComment {
  const comment = reviewCommentsOf(pullRequestsOf(repository)).find((one) => one.id === id);
  return comment !== undefined && isVisible(comment.review, viewer) ? comment : nothing();
}

export function pullRequestsOf({ issues }: Repository): readonly PullRequest[] {
  return [...issues.values()].flatMap(({ pullRequest }) => pullRequest ?? []);
}

export function findCheckRun({ checkSuites }: Repository, id: number): CheckRun {
  return checkSuites.flatMap(({ runs }) => runs).find((run) => run.id === id) ?? nothing();
}

export function findCheckSuite({ checkSuites }: Repository, id: number): CheckSuite {
  return checkSuites.find((suite) => suite.id === id) ?? nothing();
}

export function findWorkflowRun({ workflowRuns }: Repository, id: number): WorkflowRun {
  return workflowRuns.find((run) => run.id === id) ?? nothing();
}

function nothing(): never {
  throw notFound();
}
