import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReleaseFile } from "./assemble-tree.ts";
import type { Git } from "./git.ts";

/**
 * Commits a release's files as a child of the commit they were built from, with that commit's date, so
 * that the same files give the same commit. Neither the index nor the working tree is touched.
 */
export function commitRelease(git: Git, files: readonly ReleaseFile[], tag: string): string {
  const source = git(["rev-parse", "HEAD"]);
  const date = git(["show", "-s", "--format=%cI", source]);
  const tree = writeTree(git, files);
  const environment = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const message = `Release ${tag}\n\nBuilt from ${source}.\n`;
  return git(["commit-tree", tree, "-p", source], { input: message, environment });
}

function writeTree(git: Git, files: readonly ReleaseFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), "swarm-release-"));
  try {
    const environment = { GIT_INDEX_FILE: join(folder, "index") };
    const copies = files.map((_, at) => join(folder, String(at)));
    for (const [at, { content }] of files.entries()) writeFileSync(copies[at] ?? "", content);
    // Stored byte for byte: no filter of the machine's configuration may touch what was built.
    const input = copies.map((copy) => `${copy}\n`).join("");
    const ids = git(["hash-object", "-w", "--no-filters", "--stdin-paths"], { input }).split("\n");
    const entries = files.map(({ path }, at) => `100644 ${ids[at]}\t${path}\n`).join("");
    git(["update-index", "--add", "--index-info"], { input: entries, environment });
    return git(["write-tree"], { environment });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
