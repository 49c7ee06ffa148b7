import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Repository } from "../../state/model.ts";
import type { CommitFacts } from "./read-commit.ts";
import { readGit, tryGit } from "./run-git.ts";

/**
 * Puts commits, oldest first, on another one, and answers with the last; null when they conflict.
 * Merges among them are left out, as `git rebase` does.
 */
export async function rebase(
  repository: Repository,
  onto: string,
  commits: readonly CommitFacts[],
  environment: Readonly<Record<string, string>>,
): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-rebase-"));
  try {
    return await pick(repository, folder, onto, commits, environment);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await readGit(repository, ["worktree", "prune"]);
  }
}

async function pick(
  repository: Repository,
  folder: string,
  onto: string,
  commits: readonly CommitFacts[],
  signature: Readonly<Record<string, string>>,
): Promise<string | null> {
  const tree = join(folder, "tree");
  await readGit(repository, ["worktree", "add", "--quiet", "--detach", tree, onto]);
  const inside = { ...repository, gitDirectory: join(tree, ".git") };
  // The author of each commit stays; only the committer is another.
  const environment = Object.fromEntries(
    Object.entries(signature).filter(([name]) => name.startsWith("GIT_COMMITTER_")),
  );
  for (const { sha, parents } of commits) {
    if (parents.length > 1) continue;
    const args = ["--work-tree", tree, "cherry-pick", "--allow-empty", sha];
    if ((await tryGit(inside, args, { environment })).code !== 0) return null;
  }
  return (await readGit(inside, ["rev-parse", "HEAD"])).toString().trim();
}
