/**
 * Makes a release of the commit that is checked out: commits the flat tree of its built actions beside
 * it, and tags that commit. The working tree stays as it is.
 *
 *   node scripts/release.ts [VERSION] [--dry-run] [--as-built] [--push REMOTE]
 *                           [--repository OWNER/NAME] [-C DIR]
 *   node scripts/release.ts --tree FOLDER [--as-built]
 *
 * VERSION, when given, must be what package.json says. `--as-built` takes the bundles that are there
 * instead of building them. Without `--push` it prints the commands that publish. `--tree` lays out
 * what would be released, and does no more. The workflows of a release name its actions by its own tag
 * and by the repository that is given, or that `origin` is.
 */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CodedError } from "@swarm-actions/core";
import { assembleTree, findReleaseFiles, type ReleaseFile } from "./release/assemble-tree.ts";
import { commitRelease } from "./release/commit-release.ts";
import { type Git, gitIn } from "./release/git.ts";
import { type Home, homeOf, nameHome } from "./release/home.ts";
import { pushRelease, refuseDirtyTree, refuseTakenTag, tagRelease } from "./release/tag-release.ts";
import { type Version, versionOf } from "./release/version.ts";
import { top } from "./top.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "dry-run": { type: "boolean", default: false },
    "as-built": { type: "boolean", default: false },
    push: { type: "string" },
    repository: { type: "string" },
    tree: { type: "string" },
    directory: { type: "string", short: "C", default: top },
  },
});

try {
  const checkout = resolve(values.directory);
  if (values.tree !== undefined) layOut(checkout, resolve(values.tree));
  else release(checkout, positionals[0] ?? null, values.push ?? null);
} catch (error) {
  if (!(error instanceof CodedError)) throw error;
  process.stderr.write(`error: ${error.message}\n  at ${error.place}\n  fix: ${error.fix}\n`);
  process.exitCode = 2;
}

function layOut(checkout: string, folder: string): void {
  if (!values["as-built"]) build(checkout);
  // A file of an earlier tree would be taken for one of this.
  rmSync(folder, { recursive: true, force: true });
  const files = assembleTree(folder, checkout);
  console.log(`${files.length} files in ${folder}`);
}

function release(checkout: string, asked: string | null, remote: string | null): void {
  const git = gitIn(checkout);
  const version = versionOf(checkout, asked, git(["tag", "--list", "v*"]).split("\n"));
  refuseTakenTag(git, version, remote);
  refuseDirtyTree(git);
  if (!values["as-built"]) build(checkout);
  const home = homeOf(git, values.repository ?? null, version.tag);
  const found = findReleaseFiles(checkout);
  // Nothing goes out yet: a rehearsal works wherever the checkout came from.
  const files = values["dry-run"] ? found : found.map((file) => named(file, home));
  printTree(files, version, git(["rev-parse", "--short", "HEAD"]));
  if (values["dry-run"]) return;
  const commit = commitRelease(git, files, version.tag);
  tagRelease(git, commit, version);
  if (remote === null) printCommands(version, commit);
  else publish(git, remote, version, commit);
}

/** Only workflows name actions by where they are; what is built is as it was tested. */
function named(file: ReleaseFile, home: Home | null): ReleaseFile {
  if (!file.path.startsWith(".github/workflows/")) return file;
  const text = nameHome(file.content.toString("utf8"), home, file.path);
  return { ...file, content: Buffer.from(text) };
}

function build(checkout: string): void {
  const script = join(checkout, "scripts/build.ts");
  execFileSync(process.execPath, [script], { cwd: checkout, stdio: "inherit" });
}

function printTree(files: readonly ReleaseFile[], { tag }: Version, source: string): void {
  const size = (bytes: number): string => bytes.toLocaleString("en").padStart(12);
  const total = files.reduce((sum, file) => sum + file.content.length, 0);
  const lines = files.map((file) => `${size(file.content.length)}  ${file.path}`);
  console.log(
    [`${tag}, built from ${source}:`, ...lines, `${size(total)}  bytes in all`].join("\n"),
  );
}

function printCommands({ tag, major }: Version, commit: string): void {
  const moves = major === null ? [] : [`  git push --force origin refs/tags/${major}`];
  const lines = [
    `\n${tag} is ${commit}. To publish it:`,
    `  git push origin refs/tags/${tag}`,
    `  gh release create ${tag} --verify-tag --draft --generate-notes`,
    `  gh release edit ${tag} --draft=false`,
    ...moves,
  ];
  console.log(lines.join("\n"));
}

function publish(git: Git, remote: string, version: Version, commit: string): void {
  pushRelease(git, remote, version);
  const moved = version.major === null ? "" : `, and ${version.major} with it`;
  console.log(`\n${version.tag} is ${commit}, pushed to ${remote}${moved}.`);
}
