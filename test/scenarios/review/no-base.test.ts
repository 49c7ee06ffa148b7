import { expect, test } from "vitest";
import { createRepository } from "../../support/repository.ts";
import { reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

test("without main, master or a remote, the error says how to name a base", async () => {
  using repository = createRepository();
  repository.git("branch", "-m", "trunk");
  repository.commit("Begin", { "a.ts": "export {};\n" });
  const run = await runCli(["review", "-C", repository.top]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toBe(
    [
      "error: there is no branch to compare with",
      `  at ${repository.top}`,
      "  fix: Name what the change is based on with `--base REF`, or review the index with `--staged`.",
      "",
    ].join("\n"),
  );
});

test("the base may be named on the command line or in the configuration", async () => {
  using repository = createRepository();
  repository.git("branch", "-m", "trunk");
  repository.commit("Begin", { ".github/swarm.yml": "review: { base: trunk }\n" });
  repository.write({ "a.ts": "export {};\n" });
  const named = await reviewJson(repository.top, ["--base", "trunk"]);
  const configured = await reviewJson(repository.top);
  for (const run of [named, configured]) expect(run.report.change.files).toBe(1);
});

test("a base that does not exist is named", async () => {
  using repository = createRepository();
  repository.commit("Begin", { "a.ts": "export {};\n" });
  const run = await runCli(["review", "-C", repository.top, "--base", "nowhere"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain('error: "nowhere" names no commit here');
  expect(run.stderr).toContain("git branch --all");
});

test("a base that only the remote has is named as it is called here", async () => {
  using repository = createRepository();
  repository.commit("Begin", { "a.ts": "export {};\n" });
  repository.git("update-ref", "refs/remotes/origin/release", "HEAD");
  const run = await runCli(["review", "-C", repository.top, "--base", "release"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain('fix: Write "origin/release"');
});
