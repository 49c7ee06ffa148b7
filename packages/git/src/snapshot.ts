import { copyFile, mkdir, mkdtemp, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { CodedError } from "@swarm-actions/core";
import { committedTree } from "./committed-tree.ts";
import type { Repository } from "./repository.ts";
import { askGit, type GitCall, tryGit } from "./run-git.ts";

/** A tree that git can read while the snapshot is open; nothing is written to the repository. */
export interface Snapshot extends AsyncDisposable {
  readonly tree: string;
  readonly call: GitCall;
}

/**
 * Freezes the index (`staged`) or everything that `git add --all` would take (`working-tree`) as a
 * tree, so that all that follows compares two trees and sees files as git would commit them.
 */
export async function takeSnapshot(
  repository: Repository,
  what: "staged" | "working-tree",
): Promise<Snapshot> {
  const committed = what === "working-tree" ? await committedTree(repository) : null;
  if (committed !== null) {
    const call = { directory: repository.top };
    return { tree: committed, call, [Symbol.asyncDispose]: async () => {} };
  }
  const aside = await mkdtemp(join(tmpdir(), "swarm-snapshot-"));
  const dispose = (): Promise<void> => rm(aside, { recursive: true, force: true });
  try {
    const call = await callWithOwnStore(repository, aside);
    if (what === "working-tree") await addAll(call);
    return { tree: await writeTree(call), call, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Copies the index and puts new objects aside; the repository's own are read as alternates. */
async function callWithOwnStore({ top }: Repository, aside: string): Promise<GitCall> {
  const store = join(aside, "objects");
  await mkdir(store);
  const index = join(aside, "index");
  const [ownIndex, ownStore] = await Promise.all([gitPath(top, "index"), gitPath(top, "objects")]);
  await copyIfThere(ownIndex, index);
  const environment = {
    GIT_INDEX_FILE: index,
    GIT_OBJECT_DIRECTORY: store,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(ownStore),
  };
  return { directory: top, environment };
}

async function gitPath(top: string, name: string): Promise<string> {
  const path = await askGit(["rev-parse", "--git-path", name], { directory: top });
  return isAbsolute(path) ? path : join(top, path);
}

/**
 * The copy keeps the index's age: git trusts sizes and times only of files older than the index, and
 * would overlook an edit made just after it was written if the copy were younger.
 */
async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(from);
    await copyFile(from, to);
    const second = Math.floor(mtimeMs / 1000);
    await utimes(to, second, second);
  } catch (error) {
    // A repository without a commit has no index yet; git then starts with an empty one.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

async function addAll(call: GitCall): Promise<void> {
  const answer = await tryGit(["add", "--all", "--ignore-errors", "--", "."], call);
  if (answer.code === 0) return;
  throw new CodedError("git/unreadable-file", answer.stderr.trim(), {
    fix: "Make the file readable or ignore it, or review commits with `--head HEAD`.",
    place: call.directory,
  });
}

async function writeTree(call: GitCall): Promise<string> {
  const answer = await tryGit(["write-tree"], call);
  if (answer.code === 0) return answer.stdout.toString("utf8").trim();
  throw new CodedError("git/unmerged", "the index holds unresolved conflicts", {
    fix: "Resolve the conflicts and `git add` the files first.",
    place: call.directory,
  });
}
