import type { Repository } from "../../state/model.ts";
import type { ObjectType } from "./objects.ts";
import { askGit } from "./run-git.ts";

export interface Ref {
  /** In full: `refs/heads/main`. */
  readonly ref: string;
  readonly sha: string;
  readonly type: ObjectType;
}

/** The refs whose full names begin so, by name. Without those of pull requests, which GitHub hides. */
export async function listRefs(repository: Repository, prefix: string): Promise<readonly Ref[]> {
  const format = "--format=%(refname) %(objectname) %(objecttype)";
  const list = await askGit(repository, ["for-each-ref", format]);
  return list
    .split("\n")
    .map((line) => line.split(" "))
    .map(([ref = "", sha = "", type = ""]) => ({ ref, sha, type: type as ObjectType }))
    .filter(({ ref }) => ref.startsWith(prefix) && ref !== "");
}
