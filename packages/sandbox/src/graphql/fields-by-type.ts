import type { Fields } from "./fields.ts";
import { commentMutations } from "./mutations/comments.ts";
import { draftMutations } from "./mutations/drafts.ts";
import { reviewMutations } from "./mutations/reviews.ts";
import { threadMutations } from "./mutations/threads.ts";
import {
  annotationPositionFields,
  annotationSpanFields,
  appFields,
  checkAnnotationFields,
  checkRunFields,
  checkSuiteFields,
} from "./types/check.ts";
import { commitFields, gitActorFields } from "./types/commit.ts";
import { blobFields, refFields, treeEntryFields, treeFields } from "./types/git-object.ts";
import { issueFields } from "./types/issue.ts";
import { issueCommentFields } from "./types/issue-comment.ts";
import { labelFields } from "./types/label.ts";
import {
  changedFileFields,
  pullRequestCommitFields,
  pullRequestFields,
} from "./types/pull-request.ts";
import { queryFields, rateLimitFields } from "./types/query.ts";
import { reactionFields, reactionGroupFields } from "./types/reactable.ts";
import { repositoryFields } from "./types/repository.ts";
import { reviewFields } from "./types/review.ts";
import { reviewCommentFields } from "./types/review-comment.ts";
import { reviewThreadFields } from "./types/review-thread.ts";
import { statusCheckRollupFields, statusContextFields } from "./types/status.ts";
import { botFields, organizationFields, userFields } from "./types/user.ts";

/** All that the sandbox implements of GitHub's schema, by the names of its object types. */
export const fieldsByType: ReadonlyMap<string, Fields<never>> = new Map<string, Fields<never>>([
  ["Query", queryFields],
  ["Mutation", { ...reviewMutations, ...threadMutations, ...commentMutations, ...draftMutations }],
  ["App", appFields],
  ["Blob", blobFields],
  ["Bot", botFields],
  ["CheckAnnotation", checkAnnotationFields],
  ["CheckAnnotationPosition", annotationPositionFields],
  ["CheckAnnotationSpan", annotationSpanFields],
  ["CheckRun", checkRunFields],
  ["CheckSuite", checkSuiteFields],
  ["Commit", commitFields],
  ["GitActor", gitActorFields],
  ["Issue", issueFields],
  ["IssueComment", issueCommentFields],
  ["Label", labelFields],
  ["Organization", organizationFields],
  ["PullRequest", pullRequestFields],
  ["PullRequestChangedFile", changedFileFields],
  ["PullRequestCommit", pullRequestCommitFields],
  ["PullRequestReview", reviewFields],
  ["PullRequestReviewComment", reviewCommentFields],
  ["PullRequestReviewThread", reviewThreadFields],
  ["RateLimit", rateLimitFields],
  ["Reaction", reactionFields],
  ["ReactionGroup", reactionGroupFields],
  ["Ref", refFields],
  ["Repository", repositoryFields],
  ["StatusCheckRollup", statusCheckRollupFields],
  ["StatusContext", statusContextFields],
  ["Tree", treeFields],
  ["TreeEntry", treeEntryFields],
  ["User", userFields],
]);
