import type { Repository } from "../../state/model.ts";
import { diffOptions } from "./changed-files.ts";
import { mergeBase } from "./merge-base.ts";
import { readGit } from "./run-git.ts";

/** What every repository of git knows without being told. */
export const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** `git diff base...head`, with the headers of every file. */
export async function diffText(
  repository: Repository,
  base: string,
  head: string,
): Promise<Buffer> {
  const from = (await mergeBase(repository, base, head)) ?? base;
  return diffBetween(repository, from, head);
}

export function diffBetween(repository: Repository, from: string, to: string): Promise<Buffer> {
  return readGit(repository, ["diff", ...diffOptions, from, to, "--"]);
}

/** The commits that a head has and a base has not, as mails. */
export function patchText(repository: Repository, base: string, head: string): Promise<Buffer> {
  return formatPatch(repository, [`${base}..${head}`]);
}

/** One commit as a mail. */
export function commitPatch(repository: Repository, sha: string): Promise<Buffer> {
  return formatPatch(repository, ["-1", sha]);
}

function formatPatch(repository: Repository, range: readonly string[]): Promise<Buffer> {
  const options = ["--stdout", "--no-signature", "--full-index", "--find-renames=50%"];
  return readGit(repository, ["format-patch", ...options, ...range, "--"]);
}
