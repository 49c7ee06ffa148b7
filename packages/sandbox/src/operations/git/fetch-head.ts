import type { PullRequest, Repository } from "../../state/model.ts";
import { askGit } from "./run-git.ts";

/** Brings a branch of a fork, so that its commits can be compared with the repository's own. */
export async function fetchObjects(
  repository: Repository,
  head: { readonly repository: Repository; readonly ref: string },
): Promise<void> {
  if (head.repository === repository) return;
  const from = head.repository.gitDirectory;
  await askGit(repository, [
    "fetch",
    "--quiet",
    "--no-tags",
    "--no-write-fetch-head",
    from,
    `refs/heads/${head.ref}`,
  ]);
}

/** Brings a pull request's head and puts it under `refs/pull/N/head`. */
export async function fetchHead({ head, issue }: PullRequest): Promise<void> {
  if (head.repository === null) return;
  await fetchObjects(issue.repository, { repository: head.repository, ref: head.ref });
  await askGit(issue.repository, ["update-ref", `refs/pull/${issue.number}/head`, head.sha]);
}
