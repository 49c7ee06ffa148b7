import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Redactor } from "@swarm-actions/core";
import { openRepository, readChange } from "@swarm-actions/git";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findTasks, type SourceRequest, type SourceSetup } from "./find-tasks.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "find-tasks-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function git(...words: string[]): void {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  execFileSync("git", ["-C", folder, ...identity, ...words], { stdio: "pipe" });
}

function setup(overrides: Partial<SourceSetup> = {}): SourceSetup {
  return {
    directory: folder,
    environment: { PATH: process.env.PATH },
    redactor: new Redactor(),
    ignore: [],
    change: async () =>
      readChange(await openRepository(folder), { kind: "working-tree", base: "HEAD" }),
    ...overrides,
  };
}

async function find(request: Partial<SourceRequest>, given = setup()) {
  const asked: SourceRequest = { source: "json", select: "", changed: false, ...request };
  return (await findTasks(asked, given, new AbortController().signal)).tasks;
}

const keysOf = async (request: Partial<SourceRequest>) =>
  (await find(request)).map(({ key }) => key);

describe("json", () => {
  test("is a text, or the path of a file", async () => {
    write("tasks.json", '["a"]');
    expect(await keysOf({ select: '["b"]' })).toEqual(["b"]);
    expect(await keysOf({ select: "tasks.json\n" })).toEqual(["a"]);
  });

  test("names the file that is not there", async () => {
    const missing = { code: "tasks/unreadable", place: join(folder, "none.json") };
    await expect(find({ select: "none.json" })).rejects.toMatchObject(missing);
  });
});

describe("command", () => {
  const source = "command" as const;

  test("prints one task a line, and no shell reads its arguments", async () => {
    const select = `printf '"%s"\\n' 'a b' $(touch made)`;
    expect(await keysOf({ source, select })).toEqual(["a b", "$(touch", "made)"]);
    expect(existsSync(join(folder, "made"))).toBe(false);
  });

  test.each([
    ["nothing to run", " ", "tasks/no-command"],
    ["an open quote", "echo 'a", "tasks/no-command"],
    ["no such program", "no-such-program-1", "command/not-started"],
    ["a failure after some tasks", `sh -c 'echo 1; echo oops >&2; exit 3'`, "tasks/command-failed"],
    ["something else than JSON", "echo hello", "tasks/invalid-json"],
    ["more than can be read", "head -c 80000000 /dev/zero", "command/too-much-output"],
  ])("%s is an error", async (_what, select, code) => {
    await expect(find({ source, select })).rejects.toMatchObject({ code });
  });

  test("ends when it takes too long", async () => {
    const given = setup({ timeLimitMs: 200 });
    const slow = find({ source, select: "sleep 30" }, given);
    await expect(slow).rejects.toMatchObject({ code: "tasks/command-timed-out" });
  });

  test("that prints nothing lists nothing", async () => {
    expect(await keysOf({ source, select: "true" })).toEqual([]);
  });
});

describe("files", () => {
  const source = "files" as const;
  beforeEach(() => {
    git("init", "--quiet");
    write("src/a.ts", "a\n");
    write("src/a.test.ts", "test\n");
    write("docs/new\nline.md", "words\n");
    write(".hidden/b.ts", "b\n");
    symlinkSync("src/a.ts", join(folder, "link.ts"));
    git("add", "--all");
    git("commit", "--quiet", "--message", "one");
    write("untracked.ts", "u\n");
  });

  test("are those that git tracks, each a task of its folder", async () => {
    const tasks = await find({ source });
    expect(tasks.map(({ key }) => key)).toEqual([
      ".hidden/b.ts",
      expect.stringMatching(/^docs\/new\\u000aline\.md~/),
      "src/a.test.ts",
      "src/a.ts",
    ]);
    expect(tasks[1]?.payload).toEqual({ path: "docs/new\nline.md" });
    expect(tasks[3]).toMatchObject({ kind: "file.ts", affinity: "src", size: 2 });
  });

  test("are chosen by globs, a line each", async () => {
    const select = "# sources\n**/*.ts\n!**/*.test.ts\n";
    expect(await keysOf({ source, select })).toEqual([".hidden/b.ts", "src/a.ts"]);
    expect(await keysOf({ source, select: "none/**" })).toEqual([]);
    expect(await keysOf({ source, select: "!src/**\n!docs/**" })).toEqual([".hidden/b.ts"]);
    expect(await keysOf({ source, select: "docs/**" })).toHaveLength(1);
  });

  test("may be only those that the change touches", async () => {
    write("src/a.ts", "changed\n");
    git("rm", "--quiet", "src/a.test.ts");
    expect(await keysOf({ source, changed: true })).toEqual(["src/a.ts", "untracked.ts"]);
    expect(await keysOf({ source, changed: true, select: "docs/**" })).toEqual([]);
  });

  test("need a checkout", async () => {
    const given = setup({ directory: tmpdir() });
    await expect(find({ source }, given)).rejects.toMatchObject({ code: "git/not-a-repository" });
  });
});
