import { existsSync } from "node:fs";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { commentAndRun, idsInSummary } from "../../support/comment-command.ts";
import { programAgent } from "../../support/program-agent.ts";

/** An agent that takes its time once it finds the file `hold`: until the file `go` is there. */
function waiting(folder: string): string {
  const [hold, go] = ["hold", "go"].map((name) => JSON.stringify(join(folder, name)));
  return [
    'import { existsSync, rmSync } from "node:fs";',
    `const mustWait = existsSync(${hold});`,
    `rmSync(${hold}, { force: true });`,
    `while (mustWait && !existsSync(${go})) await new Promise((done) => setTimeout(done, 50));`,
    "process.stdout.write(JSON.stringify({ findings: [] }));",
  ].join("\n");
}

test("what a maintainer ignores while a review is under way stays ignored", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "swarm-hold-"));
  const [hold, go] = [join(folder.path, "hold"), join(folder.path, "go")];
  await using scenario = await startActionScenario({
    base: {
      "src/total.js": "export const total = (a, b) => a + b;\n",
      ...programAgent("slow", waiting(folder.path), { review: { consensus: { quorum: 1 } } }),
    },
    change: {
      "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
    },
  });
  await scenario.run();
  const [id = ""] = idsInSummary(scenario);
  await scenario.push({ "src/more.js": "debugger;\n" }, "Go on");

  await writeFile(hold, "");
  const reviewing = scenario.run();
  // It has read the pull request by then.
  await expect.poll(() => existsSync(hold), { timeout: 120_000 }).toBe(false);
  const { run, replies } = await commentAndRun(scenario, "ada", `/swarm ignore ${id} meant so`, {
    checkout: "full",
  });
  expect(run.exitCode, run.log).toBe(0);
  expect(replies.map(({ body }) => body)).toEqual([
    expect.stringContaining("does not count any more"),
  ]);
  await writeFile(go, "");
  const review = await reviewing;
  expect(review.exitCode, review.log).toBe(0);

  const body = scenario.comments()[0]?.body ?? "";
  expect(body).toMatch(/### Ignored: 1 finding\n\n.*by `ada`: meant so/);
  expect(body).toContain("## Review: 1 finding");
  expect(review.outputs.get("findings")).toBe("1");
  const marks = scenario.threads().map(({ path }) => path);
  expect(marks.sort()).toEqual(["src/more.js", "src/total.js"]);
});
