import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TestRepository } from "../../support/repository.ts";
import { changedRepository, placesOf, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const filler = Array.from({ length: 30 }, (_, at) => `export const v${at} = ${at};\n`).join("");

/** Two files with a fault each, committed on a branch. */
function reviewed(): TestRepository {
  const repository = changedRepository({ "a.js": filler }, {});
  repository.commit("Work", { "a.js": `${filler}debugger;\n`, "b.js": "debugger;\n" });
  return repository;
}

async function remember(repository: TestRepository, format: "json" | "markdown"): Promise<string> {
  // Where git does not see it, whatever is added.
  const name = `.git/last.${format}`;
  await runCli(["review", "-C", repository.top, "--format", format, "--output", name]);
  return name;
}

test.each(["json", "markdown"] as const)(
  "with the last review as %s, only what changed since is reviewed, and old findings stay",
  async (format) => {
    using repository = reviewed();
    const last = await remember(repository, format);
    repository.commit("More", { "c.js": "debugger;\n" });
    const run = await reviewJson(repository.top, ["--previous", last]);
    expect(run.report.incremental).toEqual({ mode: "incremental", carriedHunks: 2, reason: null });
    expect(run.report.coverage).toMatchObject({ reviewed: 1, carried: 2, missed: 0 });
    expect(placesOf(run)).toEqual([
      "leftovers/debugger a.js:31",
      "leftovers/debugger b.js:1",
      "leftovers/debugger c.js:1",
    ]);
    expect(run.report.outcome).toBe("findings");
  },
);

test("it survives a rebase that moves the lines, and an amended commit", async () => {
  using repository = reviewed();
  const last = await remember(repository, "json");
  repository.git("switch", "-q", "main");
  repository.commit("Above", { "a.js": `// one\n// two\n${filler}` });
  repository.git("switch", "-q", "feature");
  repository.git("rebase", "-q", "main");
  repository.write({ "b.js": "debugger;\n\nexport {};\n" });
  repository.git("commit", "-q", "--amend", "--all", "--no-edit");
  const run = await reviewJson(repository.top, ["--previous", last]);
  expect(run.report.incremental).toMatchObject({ mode: "incremental", carriedHunks: 1 });
  expect(run.report.coverage).toMatchObject({ reviewed: 1, carried: 1 });
  expect(placesOf(run)).toEqual(["leftovers/debugger a.js:33", "leftovers/debugger b.js:1"]);
});

test("a finding that was mended is gone", async () => {
  using repository = reviewed();
  const last = await remember(repository, "json");
  repository.commit("Mend", { "b.js": "export {};\n" });
  const run = await reviewJson(repository.top, ["--previous", last]);
  expect(placesOf(run)).toEqual(["leftovers/debugger a.js:31"]);
});

test("a state that was tampered with is not believed, and the report says so", async () => {
  using repository = reviewed();
  const last = join(repository.top, await remember(repository, "json"));
  const report = JSON.parse(readFileSync(last, "utf8"));
  const state = String(report.state);
  const middle = Math.floor(state.length / 2);
  const other = state[middle] === "A" ? "B" : "A";
  report.state = `${state.slice(0, middle)}${other}${state.slice(middle + 1)}`;
  writeFileSync(last, JSON.stringify(report));
  const run = await reviewJson(repository.top, ["--previous", last]);
  expect(run.report.incremental).toMatchObject({ mode: "full", carriedHunks: 0 });
  expect(run.report.incremental.reason).toContain("checksum");
  expect(run.report.coverage).toMatchObject({ reviewed: 2, carried: 0 });
});

test("other settings, or a file that is no report, mean a full review that says why", async () => {
  using repository = reviewed();
  const last = await remember(repository, "json");
  writeFileSync(join(repository.top, ".git/last.txt"), "Dear diary\n");
  const [other, none] = await Promise.all([
    reviewJson(repository.top, ["--previous", last, "--agents", "leftovers"]),
    reviewJson(repository.top, ["--previous", ".git/last.txt"]),
  ]);
  for (const { report } of [other, none]) {
    expect(report.incremental).toMatchObject({ mode: "full" });
    expect(report.incremental.reason).toMatch(/\S/);
    expect(report.coverage).toMatchObject({ reviewed: 2, carried: 0 });
  }
  const missing = await runCli(["review", "-C", repository.top, "--previous", "none.json"]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain("fix: Pass a readable file to --previous.");
});
