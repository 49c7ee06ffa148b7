import type { Repository } from "../../state/model.ts";
import { Kept } from "./kept.ts";
import { mergeBase } from "./merge-base.ts";
import { readGit } from "./run-git.ts";
import { splitPatches } from "./split-patches.ts";

type FileStatus = "added" | "removed" | "modified" | "renamed" | "changed";

/** One file of a diff, as GitHub lists it. */
export interface ChangedFile {
  readonly path: string;
  /** Of a renamed file. */
  readonly previousPath: string | null;
  readonly status: FileStatus;
  /** The blob; of a removed file the one that was. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** The hunks alone, without a last line end; null for binaries and where no line changed. */
  readonly patch: string | null;
}

export const diffOptions = [
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--find-renames=50%",
  "-l2000",
  "--full-index",
  "--unified=3",
];

const kept = new Kept<readonly ChangedFile[]>(32);

/** What a head changed since it left a base: `git diff base...head`. In git's order. */
export async function changedFiles(
  repository: Repository,
  base: string,
  head: string,
): Promise<readonly ChangedFile[]> {
  const from = (await mergeBase(repository, base, head)) ?? base;
  return filesBetween(repository, from, head);
}

/** The files that differ between two commits, or from nothing (the empty tree) to one. */
export function filesBetween(
  repository: Repository,
  from: string,
  to: string,
): Promise<readonly ChangedFile[]> {
  return kept.of(`${repository.gitDirectory}\0${from}\0${to}`, () =>
    readFiles(repository, from, to),
  );
}

async function readFiles(
  repository: Repository,
  from: string,
  to: string,
): Promise<readonly ChangedFile[]> {
  const [raw, text] = await Promise.all([
    readGit(repository, ["diff", ...diffOptions, "--raw", "--abbrev=40", "-z", from, to, "--"]),
    readGit(repository, ["diff", ...diffOptions, "-p", from, to, "--"]),
  ]);
  const patches = splitPatches(text.toString("utf8"));
  let next = 0;
  return parseRaw(raw.toString("utf8")).map((entry) => {
    // A file that became a link, or the reverse, is printed as a removal and an addition.
    const sections = entry.letter === "T" ? 2 : 1;
    const own = patches.slice(next, next + sections);
    next += sections;
    return describe(entry, own);
  });
}

interface RawEntry {
  readonly letter: string;
  readonly oldSha: string;
  readonly newSha: string;
  readonly path: string;
  readonly previousPath: string | null;
}

function parseRaw(text: string): readonly RawEntry[] {
  const fields = text.split("\0");
  const entries: RawEntry[] = [];
  for (let at = 0; (fields[at] ?? "").startsWith(":"); ) {
    const [, , oldSha = "", newSha = "", status = ""] = (fields[at] ?? "").split(" ");
    const letter = status.charAt(0);
    const moved = letter === "R" || letter === "C";
    const first = fields[at + 1] ?? "";
    const path = moved ? (fields[at + 2] ?? "") : first;
    entries.push({ letter, oldSha, newSha, path, previousPath: moved ? first : null });
    at += moved ? 3 : 2;
  }
  return entries;
}

function describe(entry: RawEntry, sections: readonly string[]): ChangedFile {
  const patch = sections.filter((section) => section !== "").join("\n");
  const { additions, deletions } = countLines(patch);
  return {
    path: entry.path,
    previousPath: entry.previousPath,
    status: statusOf(entry, patch),
    sha: entry.letter === "D" ? entry.oldSha : entry.newSha,
    additions,
    deletions,
    patch: patch === "" ? null : patch,
  };
}

function statusOf(entry: RawEntry, patch: string): FileStatus {
  if (entry.letter === "A") return "added";
  if (entry.letter === "D") return "removed";
  if (entry.letter === "R") return "renamed";
  if (entry.letter === "T" || (entry.oldSha === entry.newSha && patch === "")) return "changed";
  return "modified";
}

function countLines(patch: string): { additions: number; deletions: number } {
  let additions = 0;
  let deletions = 0;
  for (const line of patch.split("\n")) {
    if (line.startsWith("+")) additions += 1;
    else if (line.startsWith("-")) deletions += 1;
  }
  return { additions, deletions };
}
