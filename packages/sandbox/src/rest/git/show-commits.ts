import type { Call } from "../../kernel/endpoint.ts";
import { readCommits } from "../../operations/git/read-commit.ts";
import { presentCommit } from "../../present/commit.ts";
import type { Repository } from "../../state/model.ts";

/** A `commit` as lists show it. */
export async function showCommits(
  call: Call,
  repository: Repository,
  shas: readonly string[],
): Promise<readonly Record<string, unknown>[]> {
  const commits = await readCommits(repository, shas);
  return commits.map((commit) => presentCommit(call.world, repository, commit));
}
