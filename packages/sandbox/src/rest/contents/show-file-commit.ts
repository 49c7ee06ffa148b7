import type { Call } from "../../kernel/endpoint.ts";
import { readCommit } from "../../operations/git/read-commit.ts";
import { readEntry } from "../../operations/git/read-tree.ts";
import { presentGitCommit } from "../../present/commit.ts";
import { presentContent } from "../../present/content.ts";

/** A `file-commit`: the commit, and the file as it is now, null when it is gone. */
export async function showFileCommit(
  call: Call,
  sha: string,
  branch: string,
  path: string,
): Promise<Record<string, unknown>> {
  const repository = call.repository();
  const entry = await readEntry(repository, sha, path);
  const commit = await readCommit(repository, sha);
  return {
    content: entry === null ? null : presentContent(call.world, repository, branch, entry),
    commit: presentGitCommit(call.world, repository, commit),
  };
}
