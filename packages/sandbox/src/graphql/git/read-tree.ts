import { type TreeEntry as Entry, readEntry, readTree } from "../../operations/git/read-tree.ts";
import type { Repository } from "../../state/model.ts";
import type { GitObject } from "../sources.ts";

/** One line of a tree, and whose it is. */
export interface TreeEntry extends Entry {
  readonly repository: Repository;
}

export async function listTree({ repository, sha }: GitObject): Promise<readonly TreeEntry[]> {
  const entries = await readTree(repository, sha, false);
  return entries.map((entry) => ({ ...entry, repository }));
}

/** The entry of a file or folder of a commit; null when there is none. */
export async function findEntry(
  { repository, sha }: GitObject,
  path: string,
): Promise<TreeEntry | null> {
  const entry = await readEntry(repository, sha, path);
  return entry === null ? null : { ...entry, repository };
}
