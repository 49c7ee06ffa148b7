import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Repository } from "../../state/model.ts";
import { noObject } from "./objects.ts";
import { askGit, tryGit } from "./run-git.ts";

export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  /** Null takes the path away. */
  readonly sha: string | null;
}

/** A tree like another but for some paths; null when a path or a mode is impossible. */
export async function writeTree(
  repository: Repository,
  base: string | null,
  changes: readonly TreeChange[],
): Promise<string | null> {
  if (!changes.every(({ path }) => isPossible(path))) return null;
  const folder = await mkdtemp(join(tmpdir(), "sandbox-index-"));
  const environment = { GIT_INDEX_FILE: join(folder, "index") };
  try {
    if (base !== null) await askGit(repository, ["read-tree", base], { environment });
    const input = changes.map(lineOf).join("");
    const args = ["update-index", "-z", "--index-info"];
    if ((await tryGit(repository, args, { environment, input })).code !== 0) return null;
    return await askGit(repository, ["write-tree"], { environment });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** git itself would pass such a path over without a word. */
function isPossible(path: string): boolean {
  const forbidden = new Set(["", ".", "..", ".git"]);
  return (
    !path.includes("\0") && path.split("/").every((part) => !forbidden.has(part.toLowerCase()))
  );
}

function lineOf({ path, mode, sha }: TreeChange): string {
  return sha === null ? `0 ${noObject}\t${path}\0` : `${mode} ${sha}\t${path}\0`;
}
