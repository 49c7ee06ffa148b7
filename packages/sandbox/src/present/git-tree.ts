import type { TreeEntry } from "../operations/git/read-tree.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { repositoryUrl } from "./repository-urls.ts";

/** More entries than these are cut off. */
const entryLimit = 100_000;

/** A `git-tree`. */
export function presentTree(
  world: World,
  repository: Repository,
  sha: string,
  entries: readonly TreeEntry[],
): Record<string, unknown> {
  const root = `${repositoryUrl(world, repository)}/git`;
  return {
    sha,
    url: `${root}/trees/${sha}`,
    tree: entries.slice(0, entryLimit).map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.size !== null && { size: entry.size }),
      ...(entry.type !== "commit" && { url: `${root}/${entry.type}s/${entry.sha}` }),
    })),
    truncated: entries.length > entryLimit,
  };
}
