import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TestRepository } from "../../support/repository.ts";
import { changedRepository, placesOf, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

/** One fault committed, one staged, one in a changed file, one in a new file. */
function layered(): TestRepository {
  const repository = changedRepository({ "c.js": "export {};\n" }, {});
  repository.commit("Work", { "a.js": "debugger; // committed\n" });
  repository.write({ "b.js": "debugger; // staged\n" });
  repository.git("add", "b.js");
  repository.write({ "c.js": "export {};\ndebugger; // changed\n", "d.js": "debugger; // new\n" });
  return repository;
}

const at = (...places: string[]): string[] => places.map((place) => `leftovers/debugger ${place}`);

test("by default everything since the branch left its base, new files included", async () => {
  using repository = layered();
  expect(placesOf(await reviewJson(repository.top))).toEqual(
    at("a.js:1", "b.js:1", "c.js:2", "d.js:1"),
  );
});

test("--head reviews commits, --staged the index, and neither looks at the files", async () => {
  using repository = layered();
  expect(placesOf(await reviewJson(repository.top, ["--head", "feature"]))).toEqual(at("a.js:1"));
  expect(placesOf(await reviewJson(repository.top, ["--staged"]))).toEqual(at("b.js:1"));
});

test("--base begins elsewhere", async () => {
  using repository = layered();
  expect(placesOf(await reviewJson(repository.top, ["--base", "HEAD"]))).toEqual(
    at("b.js:1", "c.js:2", "d.js:1"),
  );
});

test("--diff takes what git prints, from a file or standard input, without any repository", async () => {
  using repository = layered();
  const input = repository.git("diff", "main...feature").concat("\n");
  const piped = await runCli(["review", "--diff", "-", "--format", "json"], { input });
  const file = join(repository.top, "change.patch");
  writeFileSync(file, input);
  const read = await runCli(["review", "--diff", file, "--format", "json"]);
  for (const { code, stdout, stderr } of [piped, read]) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout).findings).toMatchObject([
      { rule: "leftovers/debugger", path: "a.js" },
    ]);
  }
});

test("from a folder below, or with -C before or after the command's name, it is the same", async () => {
  using repository = layered();
  repository.write({ "deep/er/e.js": "debugger;\n" });
  const wanted = at("a.js:1", "b.js:1", "c.js:2", "d.js:1", "deep/er/e.js:1");
  const below = join(repository.top, "deep/er");
  expect(placesOf(await reviewJson(below))).toEqual(wanted);
  const runs = await Promise.all([
    runCli(["-C", below, "review", "--format", "json"]),
    runCli(["review", "--format", "json"], { cwd: below }),
    runCli(["review", "--format", "json", "-C", "deep"], { cwd: repository.top }),
    runCli(["-C", "deep", "review", "--format", "json", "-C", "er"], { cwd: repository.top }),
  ]);
  for (const run of runs)
    expect(placesOf({ ...run, report: JSON.parse(run.stdout) })).toEqual(wanted);
});

test("ways that exclude each other are refused", async () => {
  for (const args of [
    ["--staged", "--base", "main"],
    ["--diff", "-", "--staged"],
  ]) {
    const run = await runCli(["review", ...args]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("exclude each other");
  }
});
