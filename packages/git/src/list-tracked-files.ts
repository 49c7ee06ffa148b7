import type { Repository } from "./repository.ts";
import { runGit } from "./run-git.ts";

/** Ordinary files in the index, from the repository's top; neither links nor submodules. */
export async function listTrackedFiles({ top }: Repository): Promise<readonly string[]> {
  const listing = await runGit(["ls-files", "--stage", "-z"], { directory: top });
  const paths = listing
    .toString("utf8")
    .split("\0")
    .flatMap((entry) => {
      // `100644 <object> <stage>\t<path>`; a file in conflict stands there once a side.
      const [mode, path] = [entry.slice(0, 6), entry.slice(entry.indexOf("\t") + 1)];
      return mode === "100644" || mode === "100755" ? [path] : [];
    });
  return [...new Set(paths)];
}
