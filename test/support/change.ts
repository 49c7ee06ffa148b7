import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type Change,
  type ChangedFile,
  type FileDiff,
  parseDiff,
  type ReviewTask,
} from "@swarm-actions/review";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A change as two sets of files. */
export interface Pair {
  readonly before: Files;
  readonly after: Files;
}

/** A change made of two sets of files, its diff written by real git. */
export function changeOf(before: Files, after: Files, overrides: Partial<Change> = {}): Change {
  return { ...changeFrom({ before, after }, gitDiff(before, after)), ...overrides };
}

/** The same, as a task in which every hunk is to be reviewed. */
export function taskOf(before: Files, after: Files, overrides: Partial<Change> = {}): ReviewTask {
  return taskFrom(changeOf(before, after, overrides));
}

/** Many tasks for the price of a few calls of git and one more for each. */
export function tasksOf(pairs: readonly Pair[]): ReviewTask[] {
  const diffs = gitDiffs(pairs);
  return pairs.map((pair, index) => taskFrom(changeFrom(pair, diffs[index] ?? "")));
}

/** What `git diff` prints between two trees, with `options` passed on. */
export function gitDiff(before: Files, after: Files, options: readonly string[] = []): string {
  return gitDiffs([{ before, after }], options)[0] ?? "";
}

function gitDiffs(pairs: readonly Pair[], options: readonly string[] = []): string[] {
  const top = mkdtempSync(join(tmpdir(), "swarm-change-"));
  try {
    const git = (...args: string[]): string =>
      execFileSync("git", args, {
        cwd: top,
        encoding: "utf8",
        env: gitEnvironment(),
        maxBuffer: 2 ** 28,
      });
    git("init", "-q");
    const [first = "", second = ""] = (["before", "after"] as const).map((side) => {
      for (const index of pairs.keys())
        rmSync(join(top, `${index}`), { recursive: true, force: true });
      for (const [index, pair] of pairs.entries()) {
        for (const [path, content] of Object.entries(pair[side])) {
          write(join(top, `${index}`, path), content);
        }
      }
      git("add", "-Af", ".");
      return git("write-tree").trim();
    });
    return pairs.map(({ before, after }, index) => {
      const tree = (top: string, files: Files): string =>
        Object.keys(files).length === 0 ? emptyTree : `${top}:${index}`;
      const [from, to] = [tree(first, before), tree(second, after)];
      return git("diff-tree", "-p", "-M", "--no-color", ...options, from, to);
    });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** The name that git gives to a folder without files, in every repository. */
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** Keeps the developer's own git settings out of the tests. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "Ada",
    GIT_AUTHOR_EMAIL: "ada@example.com",
    GIT_AUTHOR_DATE: "2026-01-02T03:04:05Z",
    GIT_COMMITTER_NAME: "Ada",
    GIT_COMMITTER_EMAIL: "ada@example.com",
    GIT_COMMITTER_DATE: "2026-01-02T03:04:05Z",
  };
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function changeFrom({ before, after }: Pair, diff: string): Change {
  return {
    title: "",
    description: "",
    baseSha: null,
    headSha: null,
    repositoryPaths: Object.keys(after).sort(),
    files: parseDiff(diff).files.map((file) => fileOf(file, before, after)),
  };
}

function taskFrom(change: Change): ReviewTask {
  return {
    ...change,
    files: change.files.map((file) => ({ ...file, hunks: [...file.diff.hunks.keys()] })),
  };
}

function fileOf(diff: FileDiff, before: Files, after: Files): ChangedFile {
  const text = (files: Files, path: string | null): string | null => {
    const content = path === null ? undefined : files[path];
    return typeof content === "string" && diff.content === "text" ? content : null;
  };
  const content = diff.newPath === null ? undefined : after[diff.newPath];
  return {
    diff,
    before: text(before, diff.oldPath),
    after: text(after, diff.newPath),
    sizeAfter: content === undefined ? null : Buffer.byteLength(content),
  };
}
