import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ChangedFile, type FileDiff, parseDiff, type ReviewTask } from "@swarm-actions/review";
import { gitEnvironment } from "../../../test/support/change.ts";

const room = 512 * 1024 * 1024;
/** Contents above this size are left out, as in a review of a working copy. */
const largestText = 2 * 1024 * 1024;

/** What a repository does not hold, though a published archive does. */
const builtOutput = ["dist", "build", "umd", "cjs", "esm"].flatMap((folder) => [
  `:(exclude,top)${folder}`,
  `:(exclude,top)*/${folder}/*`,
]);

/** The change from one tree of files to another, written by git, as a task of all its hunks. */
export function changeBetween(before: string, after: string, scratch: string): ReviewTask {
  mkdirSync(scratch, { recursive: true });
  const repository = mkdtempSync(join(scratch, "git-"));
  try {
    const git = gitIn(repository);
    git(["init", "-q", "--bare", "."]);
    const [old, young] = [before, after].map((tree) => writeTree(git, realpathSync(tree)));
    const names = git(["ls-tree", "-r", "-z", "--name-only", young ?? ""]);
    const diff = git([
      "diff-tree",
      "-p",
      "-M",
      "--no-color",
      "--no-ext-diff",
      old ?? "",
      young ?? "",
    ]);
    return taskOf(parseDiff(diff).files, names.split("\0").filter(Boolean), before, after);
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}

type Git = (args: readonly string[]) => string;

function gitIn(repository: string): Git {
  return (args) =>
    execFileSync("git", args, {
      cwd: repository,
      encoding: "utf8",
      maxBuffer: room,
      env: { ...gitEnvironment(), GIT_DIR: repository },
    });
}

function writeTree(git: Git, tree: string): string {
  git(["read-tree", "--empty"]);
  git(["--work-tree", tree, "-C", tree, "add", "-Af", "--", ".", ...builtOutput]);
  return git(["write-tree"]).trim();
}

function taskOf(
  diffs: readonly FileDiff[],
  repositoryPaths: readonly string[],
  before: string,
  after: string,
): ReviewTask {
  const files = diffs.map((diff) => ({
    ...fileOf(diff, before, after),
    hunks: [...diff.hunks.keys()],
  }));
  const bare = { title: "", description: "", baseSha: null, headSha: null };
  return { ...bare, repositoryPaths, files };
}

function fileOf(diff: FileDiff, before: string, after: string): ChangedFile {
  const [old, young] = [textOf(before, diff.oldPath, diff), textOf(after, diff.newPath, diff)];
  const size = diff.newPath === null ? null : sizeOf(join(after, diff.newPath));
  return { diff, before: old, after: young, sizeAfter: size };
}

function textOf(tree: string, path: string | null, diff: FileDiff): string | null {
  if (path === null || diff.content !== "text") return null;
  const file = join(tree, path);
  return sizeOf(file) > largestText ? null : readFileSync(file, "utf8");
}

function sizeOf(file: string): number {
  return statSync(file).size;
}
