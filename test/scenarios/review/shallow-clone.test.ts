import { expect, test } from "vitest";
import { createRepository, type TestRepository } from "../../support/repository.ts";
import { reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

/** A branch of two commits beside a main that has gone on. */
function createOrigin(): TestRepository {
  const origin = createRepository();
  origin.commit("Begin", { "a.ts": "export const a = 1;\n" });
  origin.git("switch", "-qc", "feature");
  origin.commit("One", { "b.ts": "export const b = 1;\n" });
  origin.commit("Two", { "c.ts": "export const c = 1;\n" });
  origin.git("switch", "-q", "main");
  origin.commit("Go on", { "a.ts": "export const a = 2;\n" });
  return origin;
}

test("where the clone does not hold the parting commit, the error says how to fetch it", async () => {
  using origin = createOrigin();
  using clone = createRepository();
  const url = `file://${origin.top}`;
  clone.git("remote", "add", "origin", url);
  clone.git("fetch", "-q", "--depth=1", "origin", "main", "feature");
  clone.git("switch", "-qc", "feature", "origin/feature");
  const run = await runCli(["review", "-C", clone.top]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: the base and the head share no commit here");
  expect(run.stderr).toMatch(/shallow.*git fetch --unshallow.*fetch-depth: 0/);

  clone.git("fetch", "-q", "--unshallow", "origin", "main", "feature");
  const { report } = await reviewJson(clone.top);
  expect(report.coverage.entries.map(({ path }) => path)).toEqual(["b.ts", "c.ts"]);
});

test("a base outside the clone is said to be unfetched, not misspelt", async () => {
  using origin = createOrigin();
  using clone = createRepository();
  clone.git("fetch", "-q", "--depth=1", `file://${origin.top}`, "feature:refs/heads/feature");
  clone.git("switch", "-q", "feature");
  const run = await runCli(["review", "-C", clone.top, "--base", "main"]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('error: "main" names no commit here');
  expect(run.stderr).toContain("This clone is shallow");
});
