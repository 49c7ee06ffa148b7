import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { CodedError } from "@swarm-actions/core";
import { pathMatcher } from "@swarm-actions/review";

/** Folders and files that are looked at for one glob. */
const mostEntries = 200_000;
const magic = /[*?[\]{}()!+@]/;

/** A file, and when it was written last, in milliseconds since 1970. */
export interface FoundReport {
  readonly path: string;
  readonly writtenAt: number;
}

/**
 * Files that globs name, from a folder; no link is followed, and what packages install is left out.
 * @throws CodedError `tasks/too-many-files`: a glob looks at half of the disk
 */
export async function findReports(
  globs: readonly string[],
  directory: string,
): Promise<readonly FoundReport[]> {
  const found = new Map<string, FoundReport>();
  for (const glob of globs) {
    const { base, rest } = splitGlob(glob, directory);
    const matches = rest === "" ? null : pathMatcher({ paths: [rest] });
    for (const path of matches === null ? [base] : await walk(base, glob)) {
      if (matches !== null && !matches(relative(base, path).split(sep).join("/"))) continue;
      const facts = await stat(path).catch(() => null);
      if (facts?.isFile() === true) found.set(path, { path, writtenAt: facts.mtimeMs });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folder before the first part that is a pattern, and the rest. */
function splitGlob(glob: string, directory: string): { base: string; rest: string } {
  const parts = glob.trim().replace(/^\.\//, "").split("/");
  const at = parts.findIndex((part) => magic.test(part));
  if (at === -1) return { base: resolve(directory, parts.join("/")), rest: "" };
  // Of an absolute glob the first part is empty.
  const base = resolve(directory, `${parts.slice(0, at).join("/")}${at > 0 ? "/" : ""}`);
  return { base, rest: parts.slice(at).join("/") };
}

async function walk(base: string, glob: string): Promise<readonly string[]> {
  const files: string[] = [];
  const folders = [base];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    seen += entries.length;
    if (seen > mostEntries) throw tooMany(glob);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && !isForeign(entry.name)) folders.push(path);
    }
  }
  return files;
}

function isForeign(name: string): boolean {
  return name === "node_modules" || name === ".git";
}

function tooMany(glob: string): CodedError {
  const message = `more than ${mostEntries} files stand where ${JSON.stringify(glob)} looks`;
  return new CodedError("tasks/too-many-files", message, {
    fix: "Begin the glob with the folder that the reports are in.",
    place: "reports",
  });
}
