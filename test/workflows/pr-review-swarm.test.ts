import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { createReleaseTree, readTemplate } from "../support/release-tree.ts";

const workflow = ".github/workflows/pr-review-swarm.yml";
const template = readTemplate("pr-review-swarm");

/** Modules that each lie in a folder of their own, so that each is a part of its own. */
function modules(count: number, body: string): Readonly<Record<string, string>> {
  const paths = Array.from({ length: count }, (_, at) => `src/part-${at}/index.js`);
  return Object.fromEntries(paths.map((path) => [path, body]));
}

/** Runs the starter workflow on a pull request that changes so many modules. */
async function reviewed(count: number) {
  const base = { ...modules(count, "export const one = 1;\n"), [workflow]: template };
  const change = modules(count, "export const one = () => {\n  debugger;\n  return 1;\n};\n");
  const scenario = await startActionScenario({ base, change });
  await using checkout = await scenario.checkOut();
  using release = createReleaseTree();
  const result = await runWorkflow({
    sandbox: scenario.sandbox,
    repository: "acme/shop",
    workflow,
    workflowDirectory: checkout.directory,
    releaseTree: release.directory,
    event: await pullRequestEvent(scenario.sandbox.world, scenario.pullRequest),
  });
  return { scenario, result };
}

test.skipIf(actPath() === null)(
  "a large change is looked at by workers, and one review of all of it is written",
  async () => {
    const { scenario, result } = await reviewed(9);
    await using _scenario = scenario;
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    const ids = result.jobs.map(({ id }) => id);
    expect(ids[0]).toBe("plan");
    expect(ids.slice(-2)).toEqual(["collect", "review"]);
    expect(ids).toContain("work");
    expect(keptSwarm(result.run).report).toMatchObject({ outcome: "complete" });
    expect(scenario.reviews()).toHaveLength(1);
    expect(scenario.threads()).toHaveLength(9);
    expect(scenario.comments()).toHaveLength(1);
    expect(scenario.checks()).toMatchObject([{ name: "pr-review", conclusion: "success" }]);
    expect(result.jobs.at(-1)?.log).toContain("Put the swarm's answers together");
  },
  120_000,
);

test.skipIf(actPath() === null)(
  "a small change is reviewed by the last job alone",
  async () => {
    const { scenario, result } = await reviewed(2);
    await using _scenario = scenario;
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    expect(result.jobs.map(({ id }) => id)).toEqual(["plan", "review"]);
    expect(scenario.threads()).toHaveLength(2);
    expect(result.jobs.at(-1)?.log).not.toContain("swarm's answers");
  },
  120_000,
);
