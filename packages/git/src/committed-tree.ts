import type { Repository } from "./repository.ts";
import { runGit } from "./run-git.ts";

// Settings that would keep something quiet are overruled.
const status = [
  "status",
  "--porcelain=v2",
  "--branch",
  "-z",
  "--untracked-files=normal",
  "--ignore-submodules=none",
];

/** The tree of HEAD where the files are exactly what was committed; null where anything differs. */
export async function committedTree({ top }: Repository): Promise<string | null> {
  const answer = (await runGit(status, { directory: top })).toString("utf8");
  const lines = answer.split("\0").filter(Boolean);
  if (lines.some((line) => !line.startsWith("# "))) return null;
  const commit = lines.find((line) => line.startsWith("# branch.oid "))?.split(" ")[2] ?? "";
  return /^[0-9a-f]{40,64}$/.test(commit) ? `${commit}^{tree}` : null;
}
