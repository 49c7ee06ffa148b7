import { fileURLToPath } from "node:url";
import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import type { ScenarioFiles } from "../support/action-scenario-seed.ts";
import { type KeptSwarm, keptSwarm } from "../support/kept-swarm.ts";
import { createReleaseTree, readTemplate } from "../support/release-tree.ts";

// The starter workflow for tests, on a project that is tested by vitest: the very one of this workspace.

const workflow = ".github/workflows/test-swarm.yml";
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));

/** A test file that takes its time. */
function lasting(ms: number, expected = 1): string {
  return [
    `test("holds", async () => {`,
    `  await new Promise((resolve) => setTimeout(resolve, ${ms}));`,
    `  expect(1).toBe(${expected});`,
    "});",
  ].join("\n");
}

/** `npm ci` finds all it needs in the repository itself: a package that starts vitest. */
function project(tests: ScenarioFiles): ScenarioFiles {
  const dependencies = { vitest: "file:tools/vitest" };
  const root = { name: "shop", version: "1.0.0", private: true, type: "module", dependencies };
  const tool = { name: "vitest", version: "5.0.0", type: "module", bin: { vitest: "cli.mjs" } };
  const link = { resolved: "tools/vitest", link: true };
  const packages = { "": root, "node_modules/vitest": link, "tools/vitest": tool };
  const lock = { name: "shop", version: "1.0.0", lockfileVersion: 3, requires: true, packages };
  return {
    ...tests,
    "package.json": JSON.stringify(root),
    "package-lock.json": JSON.stringify(lock),
    "tools/vitest/package.json": JSON.stringify(tool),
    "tools/vitest/cli.mjs": `#!/usr/bin/env node\nawait import(${JSON.stringify(vitest)});\n`,
    "vitest.config.js": "export default { test: { globals: true } };\n",
    [workflow]: readTemplate("test-swarm"),
  };
}

const names = ["cart", "search", "slow", "tax"];
const tests = Object.fromEntries(
  names.map((name) => [`src/${name}.test.js`, lasting(name === "slow" ? 1500 : 50)]),
);

/** Runs the template on a pull request, each time with all that earlier runs have kept. */
async function startTests(files: ScenarioFiles) {
  await using stack = new AsyncDisposableStack();
  const scenario = stack.use(await startActionScenario({ base: project(files) }));
  const checkout = stack.use(await scenario.checkOut());
  const release = stack.use(createReleaseTree());
  const { sandbox, pullRequest } = scenario;
  const owned = stack.move();
  return {
    run: async () =>
      runWorkflow({
        sandbox,
        repository: "acme/shop",
        workflow,
        workflowDirectory: checkout.directory,
        releaseTree: release.directory,
        event: await pullRequestEvent(sandbox.world, pullRequest),
      }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** How far off the plan was, in seconds. */
function errorOf({ report: { plan, figures } }: KeptSwarm): number {
  return Math.abs(plan.choice.expected.seconds - (figures.makespan ?? Number.NaN));
}

test.skipIf(actPath() === null)(
  "tests are shared out, and the next run knows how long they take",
  async () => {
    await using stage = await startTests(tests);
    const first = await stage.run();
    expect(first, first.log).toMatchObject({ conclusion: "success" });
    const before = keptSwarm(first.run, "tests");
    expect(before.report).toMatchObject({ outcome: "complete", coverage: { failed: [] } });
    expect(before.results.map(({ key, output }) => [key, output])).toEqual(
      Object.keys(tests).map((key) => [key, { cases: 1, failed: 0 }]),
    );
    const worked = new Set(before.results.map(({ worker }) => worker));
    expect(worked.size).toBeGreaterThan(1);
    expect(first.jobs.filter(({ id }) => id === "work").length).toBeGreaterThanOrEqual(worked.size);

    const second = await stage.run();
    expect(second, second.log).toMatchObject({ conclusion: "success" });
    const after = keptSwarm(second.run, "tests");
    expect(after.report).toMatchObject({ outcome: "complete", coverage: { failed: [] } });
    expect(errorOf(after)).toBeLessThan(errorOf(before));
  },
);

test.skipIf(actPath() === null)("a test that fails makes it red, and is named", async () => {
  await using stage = await startTests({ ...tests, "src/tax.test.js": lasting(50, 2) });
  const result = await stage.run();
  expect(result.conclusion, result.log).toBe("failure");
  const red = result.jobs.filter(({ conclusion }) => conclusion === "failure");
  expect(red.map(({ id }) => id)).toEqual(["collect"]);
  expect(red[0]?.summary).toContain("src/tax.test.js");
  expect(result.log).toMatch(/1 task failed.*src\/tax\.test\.js \(1 of 1 cases failed/);
  const { report, results } = keptSwarm(result.run, "tests");
  expect(report).toMatchObject({
    outcome: "complete",
    coverage: { tasks: names.length, failed: ["src/tax.test.js"], missing: [] },
  });
  const { error } = results.find(({ status }) => status === "failed") ?? {};
  expect(error?.message).toContain("1 of 1 cases failed: expected 1 to be 2");
});
