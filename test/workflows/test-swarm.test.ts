import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pullRequestEvent } from "@swarm-actions/sandbox";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import type { ScenarioFiles } from "../support/action-scenario-seed.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
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

/** A test file that waits until two jobs have begun one: shared out is what one alone might have done. */
function meeting(folder: string, test: string): string {
  return [
    `import { appendFileSync, readFileSync } from "node:fs";`,
    `const log = ${JSON.stringify(`${folder}/jobs`)};`,
    `appendFileSync(log, process.cwd() + "\\n");`,
    `const count = () => new Set(readFileSync(log, "utf8").trim().split("\\n")).size;`,
    "while (count() < 2) await new Promise((resolve) => setTimeout(resolve, 50));",
    test,
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
    artifacts: () => pullRequest.issue.repository.artifacts,
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

/** How long a run thinks that each file takes, and how it came to that. */
type Predictions = readonly { readonly mean: number; readonly from: string }[];

/** Runs it, and keeps the plan as long as it hangs on the board. */
async function runPlanned(stage: Awaited<ReturnType<typeof startTests>>) {
  let plan: Buffer | null = null;
  const timer = setInterval(() => {
    plan ??=
      stage.artifacts().find(({ name }) => name.startsWith("zz-tests-plan-"))?.content ?? null;
  }, 20);
  try {
    const result = await stage.run();
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    const [file] = Object.values(unzipSync(plan ?? new Uint8Array()));
    const { predictions } = JSON.parse(strFromU8(file ?? new Uint8Array()));
    return { ...result, predictions: predictions as Predictions };
  } finally {
    clearInterval(timer);
  }
}

test.skipIf(actPath() === null)(
  "tests are shared out, and the next run knows how long they take",
  async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "swarm-tests-"));
    const met = Object.entries(tests).map(([path, text]) => [path, meeting(folder.path, text)]);
    await using stage = await startTests(Object.fromEntries(met));
    const first = await runPlanned(stage);
    const before = keptSwarm(first.run, "tests");
    expect(before.report).toMatchObject({ outcome: "complete", coverage: { failed: [] } });
    expect(before.results.map(({ key, output }) => [key, output])).toEqual(
      Object.keys(tests).map((key) => [key, { cases: 1, failed: 0 }]),
    );
    const worked = new Set(before.results.map(({ worker }) => worker));
    expect(worked.size).toBeGreaterThan(1);
    expect(first.jobs.filter(({ id }) => id === "work").length).toBeGreaterThanOrEqual(worked.size);

    const second = await runPlanned(stage);
    const after = keptSwarm(second.run, "tests");
    expect(after.report).toMatchObject({ outcome: "complete", coverage: { failed: [] } });
    expect(new Set(first.predictions.map(({ from }) => from))).toEqual(new Set(["default"]));
    expect(second.predictions).toEqual(
      before.results.map(({ seconds }) =>
        expect.objectContaining({ mean: expect.closeTo(seconds, 2), from: "history" }),
      ),
    );
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
