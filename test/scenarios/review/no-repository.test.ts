import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createRepository } from "../../support/repository.ts";
import { reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

test("outside a repository the error says what would do instead", async () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-no-repository-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = await runCli(["review"], { cwd: folder });
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: this folder is not in a git repository");
  expect(run.stderr).toContain(`at ${folder}`);
  expect(run.stderr).toMatch(/fix: .*-C DIR.*--diff FILE/);
});

test("a folder that does not exist is an error of the option", async () => {
  const run = await runCli(["review", "-C", "no/such/folder"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: this folder does not exist");
  expect(run.stderr).toContain("fix: Pass an existing folder to -C.");
});

test("a file in the place of a folder is called a file", async () => {
  const run = await runCli(["review", "-C", import.meta.filename]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: this is a file, not a folder");
});

test("a bare repository has no files to review", async () => {
  using repository = createRepository();
  repository.git("clone", "-q", "--bare", ".", "copy.git");
  const run = await runCli(["review", "-C", join(repository.top, "copy.git")]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: this repository has no working tree");
  expect(run.stderr).toContain("fix: Clone it and run the review in the clone.");
});

test("before the first commit only what is staged can be reviewed, and the error says so", async () => {
  using repository = createRepository();
  repository.write({ "a.js": "debugger;\n" });
  for (const args of [[], ["--base", "main"], ["--base", "HEAD"]]) {
    const run = await runCli(["review", "-C", repository.top, ...args]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("error: nothing has been committed here yet");
    expect(run.stderr).toContain("`--staged`");
  }
  repository.git("add", "a.js");
  const { report } = await reviewJson(repository.top, ["--staged"]);
  expect(report.findings).toMatchObject([{ rule: "leftovers/debugger", path: "a.js" }]);
});
