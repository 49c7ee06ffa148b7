import type { Endpoint } from "../kernel/endpoint.ts";
import { getWorkflowRun, listRunJobs } from "./actions/get-run.ts";
import { listRunsOfWorkflow, listWorkflowRuns } from "./actions/list-runs.ts";
import { getCheckSuite, listCheckSuites } from "./checks/check-suites.ts";
import { postCheckRun } from "./checks/create-check-run.ts";
import { getCheckRun, listAnnotations } from "./checks/get-check-run.ts";
import { listCheckRunsForRef, listCheckRunsInSuite } from "./checks/list-check-runs.ts";
import { patchCheckRun } from "./checks/update-check-run.ts";
import { compareCommits } from "./commits/compare.ts";
import { getCommit } from "./commits/get-commit.ts";
import { listRepositoryCommits } from "./commits/list-commits.ts";
import { listPullRequestsOfCommit } from "./commits/list-pull-requests.ts";
import { deleteContents } from "./contents/delete-contents.ts";
import { getContents } from "./contents/get-contents.ts";
import { putContents } from "./contents/put-contents.ts";
import { createBlob } from "./git/create-blob.ts";
import { createGitCommit } from "./git/create-commit.ts";
import { createGitRef } from "./git/create-ref.ts";
import { createTree } from "./git/create-tree.ts";
import { deleteGitRef } from "./git/delete-ref.ts";
import { getBlob } from "./git/get-blob.ts";
import { getBranch } from "./git/get-branch.ts";
import { getGitCommit } from "./git/get-commit-object.ts";
import { getRef } from "./git/get-ref.ts";
import { getTree } from "./git/get-tree.ts";
import { listBranches } from "./git/list-branches.ts";
import { listMatchingRefs } from "./git/list-matching-refs.ts";
import { updateGitRef } from "./git/update-ref.ts";
import { postIssueComment } from "./issue-comments/create-comment.ts";
import { removeIssueComment } from "./issue-comments/delete-comment.ts";
import { getIssueComment } from "./issue-comments/get-comment.ts";
import { listIssueComments, listRepositoryComments } from "./issue-comments/list-comments.ts";
import { patchIssueComment } from "./issue-comments/update-comment.ts";
import { postIssue } from "./issues/create-issue.ts";
import { getIssue } from "./issues/get-issue.ts";
import { listIssues } from "./issues/list-issues.ts";
import { lockIssue, unlockIssue } from "./issues/lock-issue.ts";
import { patchIssue } from "./issues/update-issue.ts";
import { postLabel } from "./labels/create-label.ts";
import { removeLabel } from "./labels/delete-label.ts";
import { getLabel } from "./labels/get-label.ts";
import {
  addIssueLabels,
  listIssueLabels,
  removeIssueLabel,
  removeIssueLabels,
  setIssueLabels,
} from "./labels/issue-labels.ts";
import { listLabels } from "./labels/list-labels.ts";
import { patchLabel } from "./labels/update-label.ts";
import { postPullRequest } from "./pulls/create-pull.ts";
import { getPullRequest } from "./pulls/get-pull.ts";
import { listPullRequestCommits } from "./pulls/list-commits.ts";
import { listPullRequestFiles } from "./pulls/list-files.ts";
import { listPullRequests } from "./pulls/list-pulls.ts";
import { getMerge, putMerge } from "./pulls/merge-pull.ts";
import { patchPullRequest } from "./pulls/update-pull.ts";
import { reactionsEndpoints } from "./reactions/all-reactions.ts";
import { getCollaboratorPermission } from "./repositories/get-permission.ts";
import { getRepository } from "./repositories/get-repository.ts";
import { listPropertyValues } from "./repositories/list-properties.ts";
import {
  listMyRepositories,
  listOrganizationRepositories,
  listUserRepositories,
} from "./repositories/list-repositories.ts";
import { postReviewComment } from "./review-comments/create-comment.ts";
import { removeReviewComment } from "./review-comments/delete-comment.ts";
import { getReviewComment } from "./review-comments/get-comment.ts";
import {
  listPullRequestComments,
  listRepositoryReviewComments,
} from "./review-comments/list-comments.ts";
import { postReply } from "./review-comments/reply.ts";
import { patchReviewComment } from "./review-comments/update-comment.ts";
import { postReview } from "./reviews/create-review.ts";
import { deleteReview } from "./reviews/delete-review.ts";
import { putDismissal } from "./reviews/dismiss-review.ts";
import { getReview } from "./reviews/get-review.ts";
import { listCommentsOfReview } from "./reviews/list-comments-of-review.ts";
import { listReviews } from "./reviews/list-reviews.ts";
import { postReviewEvent } from "./reviews/submit-review.ts";
import { putReview } from "./reviews/update-review.ts";
import { getCombinedStatus } from "./statuses/combined-status.ts";
import { postStatus } from "./statuses/create-status.ts";
import { listStatuses } from "./statuses/list-statuses.ts";
import { getAuthenticatedUser, getUser } from "./users/get-user.ts";

/** Every endpoint of the REST API but those of Actions services, Apps and GraphQL. */
export const restEndpoints: readonly Endpoint[] = [
  addIssueLabels,
  compareCommits,
  createBlob,
  createGitCommit,
  createGitRef,
  createTree,
  deleteContents,
  deleteGitRef,
  deleteReview,
  getAuthenticatedUser,
  getBlob,
  getBranch,
  getCheckRun,
  getCheckSuite,
  getCollaboratorPermission,
  getCombinedStatus,
  getCommit,
  getContents,
  getGitCommit,
  getIssue,
  getIssueComment,
  getLabel,
  getMerge,
  getPullRequest,
  getRef,
  getRepository,
  getReview,
  getReviewComment,
  getTree,
  getUser,
  getWorkflowRun,
  listAnnotations,
  listBranches,
  listCheckRunsForRef,
  listCheckRunsInSuite,
  listCheckSuites,
  listCommentsOfReview,
  listIssueComments,
  listIssueLabels,
  listIssues,
  listLabels,
  listMatchingRefs,
  listMyRepositories,
  listOrganizationRepositories,
  listPropertyValues,
  listPullRequestComments,
  listPullRequestCommits,
  listPullRequestFiles,
  listPullRequests,
  listPullRequestsOfCommit,
  listRepositoryComments,
  listRepositoryCommits,
  listRepositoryReviewComments,
  listReviews,
  listRunJobs,
  listRunsOfWorkflow,
  listStatuses,
  listUserRepositories,
  listWorkflowRuns,
  lockIssue,
  patchCheckRun,
  patchIssue,
  patchIssueComment,
  patchLabel,
  patchPullRequest,
  patchReviewComment,
  postCheckRun,
  postIssue,
  postIssueComment,
  postLabel,
  postPullRequest,
  postReply,
  postReview,
  postReviewComment,
  postReviewEvent,
  postStatus,
  putContents,
  putDismissal,
  putMerge,
  putReview,
  ...reactionsEndpoints,
  removeIssueComment,
  removeIssueLabel,
  removeIssueLabels,
  removeLabel,
  removeReviewComment,
  setIssueLabels,
  unlockIssue,
  updateGitRef,
];
