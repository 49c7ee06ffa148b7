import type { Repository } from "./repository.ts";
import { runGit } from "./run-git.ts";

/**
 * Whether HEAD holds these paths as `commit` does, so that the files checked out are the commit's. A
 * commit that merges it into its base mostly does, as far as a change touches them.
 * @throws CodedError `git/failed`
 */
export async function holdsFiles(
  { top }: Repository,
  commit: string,
  paths: ReadonlySet<string>,
): Promise<boolean> {
  const args = ["diff-tree", "-r", "-z", "--name-only", "--no-renames", commit, "HEAD", "--"];
  const listing = (await runGit(args, { directory: top })).toString("utf8");
  return !listing.split("\0").some((path) => paths.has(path));
}
