import type { CommitStatus, Repository } from "../state/model.ts";

/** The statuses of a commit, newest first. */
export function statusesOf({ statuses }: Repository, sha: string): readonly CommitStatus[] {
  return statuses.filter((status) => status.sha === sha).toReversed();
}

/** The newest of every context. */
export function latestStatuses(repository: Repository, sha: string): readonly CommitStatus[] {
  const byContext = new Map<string, CommitStatus>();
  for (const status of statusesOf(repository, sha).toReversed()) {
    byContext.set(status.context, status);
  }
  return [...byContext.values()];
}
