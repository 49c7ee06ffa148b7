import type { Repository } from "../../state/model.ts";
import { askGit } from "./run-git.ts";

export interface CommitFilter {
  readonly path: string | null;
  readonly author: string | null;
  /** ISO 8601. */
  readonly since: string | null;
  readonly until: string | null;
}

/** The commits that lead to one, newest first. */
export async function listCommits(
  repository: Repository,
  from: string,
  filter: CommitFilter,
): Promise<readonly string[]> {
  const options = [
    ...(filter.author === null ? [] : ["--fixed-strings", `--author=${filter.author}`]),
    ...(filter.since === null ? [] : [`--since=${filter.since}`]),
    ...(filter.until === null ? [] : [`--until=${filter.until}`]),
  ];
  const paths = filter.path === null ? [] : [filter.path];
  const list = await askGit(repository, ["rev-list", ...options, from, "--", ...paths]);
  return list === "" ? [] : list.split("\n");
}
