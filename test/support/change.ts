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

/** A change made of two sets of files, its diff written by real git. */
export function changeOf(before: Files, after: Files, overrides: Partial<Change> = {}): Change {
  const files = parseDiff(gitDiff(before, after)).files.map((diff) => fileOf(diff, before, after));
  return {
    title: "",
    description: "",
    baseSha: null,
    headSha: null,
    repositoryPaths: Object.keys(after).sort(),
    files,
    ...overrides,
  };
}

/** The same, as a task in which every hunk is to be reviewed. */
export function taskOf(before: Files, after: Files, overrides: Partial<Change> = {}): ReviewTask {
  const change = changeOf(before, after, overrides);
  return {
    ...change,
    files: change.files.map((file) => ({ ...file, hunks: [...file.diff.hunks.keys()] })),
  };
}

/** What `git diff` prints between two trees, with `options` passed on. */
export function gitDiff(before: Files, after: Files, options: readonly string[] = []): string {
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
    const [first, second] = [before, after].map((files) => {
      git("rm", "-rfq", "--ignore-unmatch", ".");
      for (const [path, content] of Object.entries(files)) write(join(top, path), content);
      git("add", "-Af", ".");
      return git("write-tree").trim();
    });
    return git("diff-tree", "-p", "-M", "--no-color", ...options, first ?? "", second ?? "");
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

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
