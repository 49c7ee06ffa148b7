import { commitsOf } from "../../operations/git/commits-of.ts";
import { readCommits } from "../../operations/git/read-commit.ts";
import type { IssueComment, PullRequest, Review, ReviewThread, User } from "../../state/model.ts";
import { type TimedCommit, timeCommits } from "./commit-times.ts";

/** One thing that happened to a pull request. */
export type TimelineEntry =
  | { readonly kind: "commits"; readonly at: Date; readonly commits: readonly TimedCommit[] }
  | { readonly kind: "comment"; readonly at: Date; readonly comment: IssueComment }
  | {
      readonly kind: "review";
      readonly at: Date;
      readonly review: Review;
      /** Those that it began. */
      readonly threads: readonly ReviewThread[];
    }
  | { readonly kind: "merged"; readonly at: Date; readonly by: User; readonly sha: string }
  | { readonly kind: "closed"; readonly at: Date };

/** All of it in order. Reviews that nobody submitted yet are left out. */
export async function readTimeline(pullRequest: PullRequest): Promise<readonly TimelineEntry[]> {
  const { repository, comments } = pullRequest.issue;
  const commits = await readCommits(repository, await commitsOf(pullRequest));
  const entries: TimelineEntry[] = [
    ...timeCommits(pullRequest, commits).map(asEntry),
    ...pullRequest.reviews.flatMap((review) => reviewEntry(pullRequest, review)),
    ...comments.map((comment) => ({ kind: "comment", at: comment.createdAt, comment }) as const),
    ...endOf(pullRequest),
  ];
  return joinCommits(entries.sort((one, other) => one.at.getTime() - other.at.getTime()));
}

function asEntry(commit: TimedCommit): TimelineEntry {
  return { kind: "commits", at: commit.at, commits: [commit] };
}

/** A review that is nothing but an answer in a thread is shown there. */
function reviewEntry({ threads }: PullRequest, review: Review): TimelineEntry[] {
  if (review.submittedAt === null) return [];
  const own = threads.filter(({ comments }) => comments[0]?.review === review);
  const isSilent = review.body === "" && own.length === 0 && review.state === "COMMENTED";
  return isSilent ? [] : [{ kind: "review", at: review.submittedAt, review, threads: own }];
}

function endOf({ merged, issue }: PullRequest): TimelineEntry[] {
  if (merged !== null) return [{ kind: "merged", ...merged }];
  return issue.closedAt === null ? [] : [{ kind: "closed", at: issue.closedAt }];
}

function joinCommits(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const joined: TimelineEntry[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    if (entry.kind !== "commits" || last?.kind !== "commits") joined.push(entry);
    else joined[joined.length - 1] = { ...last, commits: [...last.commits, ...entry.commits] };
  }
  return joined;
}
