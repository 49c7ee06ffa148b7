import type { PullRequest } from "../../state/model.ts";
import { Kept } from "./kept.ts";
import { commitsBetween } from "./merge-base.ts";

const kept = new Kept<readonly string[]>(64);

/** The commits of a pull request, oldest first. */
export function commitsOf({ base, head, issue }: PullRequest): Promise<readonly string[]> {
  const { repository } = issue;
  const key = `${repository.gitDirectory}\0${base.sha}\0${head.sha}`;
  return kept.of(key, () => commitsBetween(repository, base.sha, head.sha));
}

/** Whether a commit, by its full id, belongs to a pull request as it is now. */
export async function isCommitOf(pullRequest: PullRequest, sha: string): Promise<boolean> {
  return sha === pullRequest.head.sha || (await commitsOf(pullRequest)).includes(sha);
}
