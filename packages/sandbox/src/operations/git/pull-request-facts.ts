import type { PullRequest } from "../../state/model.ts";
import { changedFiles } from "./changed-files.ts";
import { commitsOf } from "./commits-of.ts";
import { findTestMerge } from "./test-merge.ts";

/** What only git knows of a pull request. */
export interface PullRequestFacts {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  readonly mergeable: boolean;
  /** What merging would make; null when it conflicts. */
  readonly mergeCommit: string | null;
}

export async function readPullRequestFacts(pullRequest: PullRequest): Promise<PullRequestFacts> {
  const { base, head, issue } = pullRequest;
  const [files, commits, mergeCommit] = await Promise.all([
    changedFiles(issue.repository, base.sha, head.sha),
    commitsOf(pullRequest),
    findTestMerge(pullRequest),
  ]);
  return {
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
    mergeable: mergeCommit !== null,
    mergeCommit,
  };
}
