import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { raise, releasable, release } from "../../support/release-scenario.ts";
import { createRepository, type TestRepository } from "../../support/repository.ts";

test("a release is the flat tree alone, beside the commit it was built from", async () => {
  using repository = releasable();
  const source = repository.git("rev-parse", "HEAD");
  const index = join(repository.top, ".git/index");
  const before = statSync(index, { bigint: true }).mtimeNs;

  const run = await release(repository);

  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(statSync(index, { bigint: true }).mtimeNs).toBe(before);
  expect(repository.git("ls-tree", "-r", "--name-only", "v1.2.3").split("\n")).toEqual([
    ".github/workflows/called.yml",
    "LICENSE",
    "pr-review/README.md",
    "pr-review/action.yml",
    "pr-review/dist/index.js",
    "pr-review/dist/package.json",
  ]);
  expect(repository.git("rev-parse", "v1.2.3^")).toBe(source);
  expect(repository.git("rev-parse", "v1")).toBe(repository.git("rev-parse", "v1.2.3"));
  expect(repository.git("cat-file", "-t", "v1.2.3")).toBe("commit");
  // Nothing of the checkout moved.
  expect(repository.git("rev-parse", "HEAD")).toBe(source);
  expect(repository.git("status", "--porcelain")).toBe("");
  expect(run.stdout).toContain("git push origin refs/tags/v1.2.3");
  expect(run.stdout.indexOf("draft=false")).toBeLessThan(run.stdout.indexOf("--force"));
});

test("a dry run prints the tree with its sizes and leaves nothing behind", async () => {
  using repository = releasable();
  const run = await release(repository, "--dry-run");
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^v1\.2\.3, built from [0-9a-f]+:\n/);
  expect(run.stdout).toMatch(/^ +8 {2}pr-review\/dist\/index\.js$/m);
  expect(run.stdout).not.toContain("src/");
  expect(repository.git("tag", "--list")).toBe("");
});

test("the same files make the same commit again", async () => {
  using repository = releasable();
  await release(repository);
  const first = repository.git("rev-parse", "v1.2.3");
  repository.git("tag", "-d", "v1.2.3", "v1");
  await release(repository);
  expect(repository.git("rev-parse", "v1.2.3")).toBe(first);
});

test("the next version moves the major tag; a pre-release does not", async () => {
  using repository = releasable();
  await release(repository);
  raise(repository, "1.3.0");
  expect(await release(repository, "1.3.0")).toMatchObject({ code: 0 });
  expect(repository.git("rev-parse", "v1")).toBe(repository.git("rev-parse", "v1.3.0"));
  raise(repository, "1.4.0-rc.1");
  expect(await release(repository)).toMatchObject({ code: 0 });
  expect(repository.git("rev-parse", "v1")).toBe(repository.git("rev-parse", "v1.3.0"));
  expect(repository.git("tag", "--list")).toBe("v1\nv1.2.3\nv1.3.0\nv1.4.0-rc.1");
});

test("a change that is not committed is refused, and so is a new file", async () => {
  using repository = releasable();
  repository.write({ "stray.txt": "?\n" });
  const run = await release(repository);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: ?? stray.txt is not committed");
  expect(repository.git("tag", "--list")).toBe("");
});

test("a tag that is there is never set again", async () => {
  using repository = releasable();
  await release(repository);
  const first = repository.git("rev-parse", "v1.2.3");
  const run = await release(repository);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: the tag v1.2.3 exists");
  expect(repository.git("rev-parse", "v1.2.3")).toBe(first);
});

test.each([
  ["another version than the packages state", "1.2.3", "1.2.4", "also 1.2.4 was said"],
  ["no version", "1.2", undefined, '"1.2" is not a version'],
  ["a leading zero", "1.02.0", undefined, '"1.02.0" is not a version'],
])("%s is refused", async (_, stated, asked, words) => {
  using repository = releasable(stated);
  const run = await release(repository, ...(asked === undefined ? [] : [asked]));
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(words);
});

test("an older version of the same major is refused, an older major is not", async () => {
  using repository = releasable();
  repository.git("tag", "v1.10.0");
  repository.git("tag", "v2.0.0");
  const run = await release(repository);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("v1.10.0 is out already");
  raise(repository, "1.10.1");
  expect(await release(repository)).toMatchObject({ code: 0 });
});

test("an action that was not built is refused by name", async () => {
  using repository = releasable("1.2.3", {
    "actions/second/action.yml": "runs:\n  using: node24\n  main: dist/index.js\n",
    "actions/second/README.md": "# B\n",
  });
  const run = await release(repository);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toBe(
    "error: dist/index.js is not there\n  at actions/second\n  fix: Run `npm run build` first.\n",
  );
});

test("an action within another is its action.yml, beside the build that both share", async () => {
  using repository = releasable("1.2.3", {
    "actions/pr-review/part/action.yml": "runs:\n  using: node24\n  main: ../dist/index.js\n",
    "actions/pr-review/src/action.yml.ts": "export {};\n",
  });
  expect(await release(repository)).toMatchObject({ code: 0, stderr: "" });
  const tree = repository.git("ls-tree", "-r", "--name-only", "v1.2.3").split("\n");
  expect(tree.filter((path) => path.startsWith("pr-review/"))).toEqual([
    "pr-review/README.md",
    "pr-review/action.yml",
    "pr-review/dist/index.js",
    "pr-review/dist/package.json",
    "pr-review/part/action.yml",
  ]);
});

test("with --push both tags arrive, and a version that the remote has is refused", async () => {
  using remote = createRepository();
  remote.git("config", "receive.denyCurrentBranch", "ignore");
  using repository = releasable();
  repository.git("remote", "add", "origin", remote.top);
  expect(await release(repository, "--push", "origin")).toMatchObject({ code: 0, stderr: "" });
  const commit = repository.git("rev-parse", "v1.2.3");
  expect(remote.git("rev-parse", "v1.2.3", "v1")).toBe(`${commit}\n${commit}`);

  raise(repository, "1.2.4");
  expect(await release(repository, "--push", "origin")).toMatchObject({ code: 0, stderr: "" });
  expect(remote.git("rev-parse", "v1")).toBe(repository.git("rev-parse", "v1.2.4"));

  raise(repository, "1.2.5");
  remote.git("tag", "v1.2.5", commit);
  const run = await release(repository, "--push", "origin");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("at origin");
  expect(repository.git("tag", "--list", "v1.2.5")).toBe("");
});

test("what is released is what lies there, whatever the machine's git would make of it", async () => {
  using repository = releasable();
  repository.git("config", "core.autocrlf", "true");
  writeAttributes(repository.top);
  await release(repository);
  const size = repository.git("cat-file", "-s", "v1.2.3:pr-review/dist/index.js");
  expect(size).toBe(
    String(readFileSync(join(repository.top, "actions/pr-review/dist/index.js")).length),
  );
});

describe("a workflow of a release", () => {
  const calling = `on: workflow_call
permissions: {}
jobs:
  plan:
    uses: org/swarm-actions/.github/workflows/called.yml@v1
  work:
    steps:
      - uses: org/swarm-actions/pr-review@v1
      - uses: actions/checkout@v7
`;
  const files = { ".github/workflows/calling.yml": calling };
  const shown = (repository: TestRepository): string[] =>
    [
      ...repository.git("show", "v1.2.3:.github/workflows/calling.yml").matchAll(/uses: (\S+)/g),
    ].map(([, uses = ""]) => uses);

  test.each([
    "https://github.com/acme/our-actions",
    "https://github.com/acme/our-actions.git",
    "git@github.com:acme/our-actions.git",
    "ssh://git@github.com/acme/our-actions",
  ])("names what it uses by the repository and the very release: %s", async (address) => {
    using repository = releasable("1.2.3", files);
    repository.git("remote", "add", "origin", address);
    expect(await release(repository)).toMatchObject({ code: 0, stderr: "" });
    expect(shown(repository)).toEqual([
      "acme/our-actions/.github/workflows/called.yml@v1.2.3",
      "acme/our-actions/pr-review@v1.2.3",
      "actions/checkout@v7",
    ]);
  });

  test("is released only when it is known whose it will be", async () => {
    using repository = releasable("1.2.3", files);
    const run = await release(repository);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("at .github/workflows/calling.yml");
    expect(run.stderr).toContain("--repository OWNER/NAME");
    expect(repository.git("tag", "--list")).toBe("");
    const named = await release(repository, "--repository", "acme/tools");
    expect(named).toMatchObject({ code: 0, stderr: "" });
    expect(shown(repository)[0]).toBe("acme/tools/.github/workflows/called.yml@v1.2.3");
  });
});

function writeAttributes(top: string): void {
  const file = join(top, ".git/info/attributes");
  writeFileSync(file, "* text=auto eol=lf\n");
}
