import { execFileSync } from "node:child_process";
import { symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { Change } from "@swarm-actions/review";
import { expect, test } from "vitest";
import { createRepository, type TestRepository } from "../../../test/support/repository.ts";
import { type ChangeSource, findDefaultBase, openRepository, readChange } from "./index.ts";

async function read(repository: TestRepository, source: ChangeSource): Promise<Change> {
  return readChange(await openRepository(repository.top), source);
}

function summary(change: Change): unknown[] {
  return change.files.map(({ diff, before, after }) => [diff.path, diff.change, before, after]);
}

test("a range is read from where the branches parted, with both sides", async () => {
  using repository = createRepository();
  const base = repository.commit("start", { "a.txt": "one\n", "old.txt": "same\ntext\n" });
  repository.git("switch", "-qc", "topic");
  const head = repository.commit("Change a\n\nBecause.", {
    "a.txt": "two\n",
    "old.txt": null,
    "new.txt": "same\ntext\n",
  });
  repository.git("switch", "-q", "main");
  repository.commit("elsewhere", { "b.txt": "not ours\n" });
  const change = await read(repository, { kind: "range", base: "main", head: "topic" });
  expect(summary(change)).toEqual([
    ["a.txt", "modified", "one\n", "two\n"],
    ["new.txt", "renamed", "same\ntext\n", "same\ntext\n"],
  ]);
  expect(change).toMatchObject({
    title: "Change a",
    description: "Because.",
    baseSha: base,
    headSha: head,
    repositoryPaths: ["a.txt", "new.txt"],
  });
});

test("the working tree counts as it stands: committed, changed and new files", async () => {
  using repository = createRepository();
  repository.commit("start", { "a.txt": "one\n", ".gitignore": "ignored\n" });
  repository.git("switch", "-qc", "topic");
  repository.commit("b", { "b.txt": "b\n" });
  repository.write({ "a.txt": "two\n", "c.txt": "c\n", ignored: "x\n" });
  const change = await read(repository, { kind: "working-tree", base: "main" });
  expect(summary(change)).toEqual([
    ["a.txt", "modified", "one\n", "two\n"],
    ["b.txt", "added", null, "b\n"],
    ["c.txt", "added", null, "c\n"],
  ]);
  expect(change.headSha).toBeNull();
});

test("files that are as they were committed need no copy, and settings hide no others", async () => {
  using repository = createRepository();
  repository.commit("First", { "kept.txt": "one\n" });
  repository.git("switch", "-q", "--create", "change");
  repository.commit("Second", { "kept.txt": "two\n" });
  repository.git("config", "status.showUntrackedFiles", "no");
  const source = { kind: "working-tree", base: "main" } as const;
  const opened = await openRepository(repository.top);
  const paths = async (): Promise<string[]> =>
    (await readChange(opened, source)).files.map(({ diff }) => diff.path);
  expect(await paths()).toEqual(["kept.txt"]);
  repository.write({ "new.txt": "new\n" });
  expect(await paths()).toEqual(["kept.txt", "new.txt"]);
  repository.write({ "new.txt": null, "kept.txt": "one\n" });
  expect(await paths()).toEqual([]);
});

test("reading writes nothing into the repository", async () => {
  using repository = createRepository();
  repository.commit("start", { "a.txt": "one\n" });
  repository.write({ "a.txt": "two\n", "c.txt": "c\n" });
  const look = (): string[] => [
    repository.git("count-objects", "-v"),
    repository.git("status", "--porcelain"),
  ];
  const before = look();
  await read(repository, { kind: "working-tree", base: "main" });
  expect(look()).toEqual(before);
});

test("an edit of the same size in the second of the commit is not overlooked", async () => {
  using repository = createRepository();
  repository.git("config", "core.trustctime", "false");
  const then = new Date("2026-01-02T03:04:05Z");
  const file = join(repository.top, "a.txt");
  repository.write({ "a.txt": "one\n" });
  utimesSync(file, then, then);
  repository.commit("start");
  repository.write({ "a.txt": "two\n" });
  utimesSync(file, then, then);
  utimesSync(join(repository.top, ".git/index"), then, then);
  const change = await read(repository, { kind: "working-tree", base: "main" });
  expect(summary(change)).toEqual([["a.txt", "modified", "one\n", "two\n"]]);
});

test("only the index is read when that is asked", async () => {
  using repository = createRepository();
  repository.commit("start", { "a.txt": "one\n" });
  repository.write({ "a.txt": "two\n" });
  repository.git("add", "a.txt");
  repository.write({ "a.txt": "three\n" });
  const change = await read(repository, { kind: "staged" });
  expect(summary(change)).toEqual([["a.txt", "modified", "one\n", "two\n"]]);
});

test("the first commit of a repository can be reviewed while it is staged", async () => {
  using repository = createRepository();
  repository.write({ "a.txt": "one\n" });
  repository.git("add", "a.txt");
  const change = await read(repository, { kind: "staged" });
  expect(summary(change)).toEqual([["a.txt", "added", null, "one\n"]]);
});

test("a file that attributes call binary is shown all the same", async () => {
  using repository = createRepository();
  repository.commit("start", { "evil.js": "ok();\n", "real.bin": new Uint8Array([0, 1]) });
  repository.git("switch", "-qc", "topic");
  repository.commit("hide", {
    ".gitattributes": "*.js -diff\n",
    "evil.js": "steal();\n",
    "real.bin": new Uint8Array([0, 2]),
  });
  const change = await read(repository, { kind: "range", base: "main", head: "topic" });
  const seen = change.files.map(({ diff }) => [diff.path, diff.content, diff.hunks.length]);
  expect(seen).toEqual([
    [".gitattributes", "text", 1],
    ["evil.js", "text", 1],
    ["real.bin", "binary", 0],
  ]);
});

test("contents agree with the diff under line-end conversion", async () => {
  using repository = createRepository();
  repository.commit("start", { ".gitattributes": "* text=auto\n", "a.txt": "one\n" });
  repository.write({ "a.txt": "one\r\ntwo\r\n" });
  const change = await read(repository, { kind: "working-tree", base: "main" });
  expect(summary(change)).toEqual([["a.txt", "modified", "one\n", "one\ntwo\n"]]);
});

test("names and settings that bend a diff do not", async () => {
  using repository = createRepository();
  repository.git("config", "diff.noprefix", "true");
  repository.git("config", "diff.mnemonicPrefix", "true");
  repository.git("config", "color.ui", "always");
  repository.git("config", "diff.external", "false");
  repository.commit("start", { "x.txt": "one\n" });
  repository.write({ 'mit Leerzeichen/ü\t"q".txt': "neu\n", "*.txt": "star\n" });
  const change = await read(repository, { kind: "working-tree", base: "main" });
  expect(summary(change)).toEqual([
    ["*.txt", "added", null, "star\n"],
    ['mit Leerzeichen/ü\t"q".txt', "added", null, "neu\n"],
  ]);
});

test("a symbolic link is its target, not what it points to", async () => {
  using repository = createRepository();
  repository.commit("start", { "secret.txt": "secret\n" });
  symlinkSync("secret.txt", join(repository.top, "link"));
  const change = await read(repository, { kind: "working-tree", base: "main" });
  expect(change.files.map(({ diff, after }) => [diff.content, after])).toEqual([
    ["symlink", "secret.txt"],
  ]);
});

test("a folder below the top reads the whole repository", async () => {
  using repository = createRepository();
  repository.commit("start", { "sub/a.txt": "a\n", "b.txt": "b\n" });
  repository.write({ "b.txt": "bb\n" });
  const opened = await openRepository(join(repository.top, "sub"));
  const change = await readChange(opened, { kind: "working-tree", base: "main" });
  expect(change.files.map(({ diff }) => diff.path)).toEqual(["b.txt"]);
});

test("the default base is the remote's default branch, then the usual names", async () => {
  using repository = createRepository();
  repository.git("switch", "-qc", "master");
  repository.commit("start", { "a.txt": "a\n" });
  expect(await findDefaultBase({ top: repository.top })).toBe("master");
  repository.git("update-ref", "refs/remotes/origin/trunk", "HEAD");
  repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
  expect(await findDefaultBase({ top: repository.top })).toBe("origin/trunk");
});

test.each([
  ["git/unknown-ref", { kind: "range", base: "nowhere", head: "HEAD" }],
  ["git/unknown-ref", { kind: "range", base: "--output=x", head: "HEAD" }],
] as const)("a bad ref is %s", async (code, source) => {
  using repository = createRepository();
  repository.commit("start", { "a.txt": "a\n" });
  await expect(read(repository, source)).rejects.toMatchObject({ code });
});

test("a shallow clone without the parting commit is told how to deepen", async () => {
  using repository = createRepository();
  repository.commit("start", { "a.txt": "a\n" });
  repository.git("switch", "-qc", "topic");
  repository.commit("topic", { "b.txt": "b\n" });
  repository.git("switch", "-q", "main");
  repository.commit("main", { "c.txt": "c\n" });
  using clone = createRepository();
  const url = `file://${repository.top}`;
  const refs = ["main:refs/heads/base", "topic:refs/heads/topic"];
  clone.git("fetch", "-q", "--depth=1", url, ...refs);
  const source = { kind: "range", base: "base", head: "topic" } as const;
  await expect(read(clone, source)).rejects.toMatchObject({
    code: "git/no-merge-base",
    fix: expect.stringContaining("--unshallow"),
  });
});

test("unresolved conflicts in the index are named", async () => {
  using repository = createRepository();
  repository.commit("start", { "a.txt": "a\n" });
  repository.git("switch", "-qc", "topic");
  repository.commit("topic", { "a.txt": "b\n" });
  repository.git("switch", "-q", "main");
  repository.commit("main", { "a.txt": "c\n" });
  expect(() => repository.git("merge", "-q", "topic")).toThrow();
  await expect(read(repository, { kind: "staged" })).rejects.toMatchObject({
    code: "git/unmerged",
  });
});

test("a folder outside any repository is an error that offers --diff", async () => {
  await expect(openRepository("/")).rejects.toMatchObject({
    code: "git/not-a-repository",
    fix: expect.stringContaining("--diff"),
  });
});

test("a submodule has no contents", async () => {
  using inner = createRepository();
  inner.commit("inner", { "i.txt": "i\n" });
  using repository = createRepository();
  repository.commit("start", { "a.txt": "a\n" });
  const add = ["-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.top, "sub"];
  execFileSync("git", add, { cwd: repository.top, stdio: "ignore" });
  const change = await read(repository, { kind: "working-tree", base: "main" });
  const sub = change.files.find(({ diff }) => diff.path === "sub");
  expect(sub).toMatchObject({ diff: { content: "submodule" }, after: null });
});
