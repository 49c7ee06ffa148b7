import type { CommitFacts } from "../../operations/git/read-commit.ts";
import type { PullRequest } from "../../state/model.ts";

/** A commit, and when it came to the pull request as far as can be told. */
export interface TimedCommit {
  readonly commit: CommitFacts;
  readonly at: Date;
}

/**
 * When commits were pushed, which git does not keep: not before their own second is over, unless
 * something was done about them by then, and never before the one they stand on.
 * @param commits oldest first
 */
export function timeCommits(
  pullRequest: PullRequest,
  commits: readonly CommitFacts[],
): readonly TimedCommit[] {
  const noticed = firstNotices(pullRequest);
  let latest = Number.POSITIVE_INFINITY;
  const bounds = commits.toReversed().map(({ sha, committer }) => {
    latest = Math.min(latest, (noticed.get(sha) ?? Number.POSITIVE_INFINITY) - 1);
    return Math.min(Date.parse(committer.date) + 999, latest);
  });
  let before = Number.NEGATIVE_INFINITY;
  return bounds.toReversed().map((bound, index) => {
    before = Math.max(before, bound);
    return { commit: commits[index] as CommitFacts, at: new Date(before) };
  });
}

/** The first moment (epoch milliseconds) at which a review, a check or a run was about a commit. */
function firstNotices({ reviews, issue }: PullRequest): ReadonlyMap<string, number> {
  const { checkSuites, workflowRuns } = issue.repository;
  const notices = [
    ...reviews.map(({ commitSha, submittedAt }) => ({ sha: commitSha, at: submittedAt })),
    ...checkSuites.map(({ headSha, createdAt }) => ({ sha: headSha, at: createdAt })),
    ...workflowRuns.map(({ headSha, createdAt }) => ({ sha: headSha, at: createdAt })),
  ];
  const first = new Map<string, number>();
  for (const { sha, at } of notices) {
    if (at !== null) first.set(sha, Math.min(at.getTime(), first.get(sha) ?? at.getTime()));
  }
  return first;
}
