import { type ChangedFile, changedFiles } from "../operations/git/changed-files.ts";
import { commitsOf } from "../operations/git/commits-of.ts";
import type { PullRequest } from "../state/model.ts";
import { readTimeline, type TimelineEntry } from "./timeline/read-timeline.ts";

/** All that a pull request's page shows. */
export interface PullRequestPage {
  readonly pullRequest: PullRequest;
  readonly timeline: readonly TimelineEntry[];
  readonly commits: number;
  readonly files: readonly ChangedFile[];
}

export async function readPullRequestPage(pullRequest: PullRequest): Promise<PullRequestPage> {
  const { issue, base, head } = pullRequest;
  const [timeline, commits, files] = await Promise.all([
    readTimeline(pullRequest),
    commitsOf(pullRequest),
    changedFiles(issue.repository, base.sha, head.sha),
  ]);
  return { pullRequest, timeline, commits: commits.length, files };
}
