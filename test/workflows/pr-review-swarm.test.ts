import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow, type WorkflowResult } from "../support/act.ts";
import { type ActionScenario, startActionScenario } from "../support/action-scenario.ts";
import { callAs } from "../support/call-as.ts";
import { keptHistories } from "../support/kept-histories.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { createReleaseTree, readTemplate } from "../support/release-tree.ts";
import { resolveAs } from "../support/resolve-thread.ts";

const workflow = ".github/workflows/pr-review-swarm.yml";
const template = readTemplate("pr-review-swarm");
const leftover = (result: number) =>
  `export const one = () => {\n  debugger;\n  return ${result};\n};\n`;

/** Modules that each lie in a folder of their own, so that each is a part of its own. */
function modules(count: number, body: string): Readonly<Record<string, string>> {
  const paths = Array.from({ length: count }, (_, at) => `src/part-${at}/index.js`);
  return Object.fromEntries(paths.map((path) => [path, body]));
}

/** A pull request that changes so many modules. */
function start(count: number): Promise<ActionScenario> {
  const base = { ...modules(count, "export const one = 1;\n"), [workflow]: template };
  return startActionScenario({ base, change: modules(count, leftover(1)) });
}

/** Runs the starter workflow on what happened last. */
async function reviewed(scenario: ActionScenario): Promise<WorkflowResult> {
  const { sandbox, pullRequest } = scenario;
  const told = sandbox.events.findLast(({ name }) => name === "pull_request");
  await using checkout = await scenario.checkOut();
  using release = createReleaseTree();
  const result = await runWorkflow({
    sandbox,
    repository: "acme/shop",
    workflow,
    workflowDirectory: checkout.directory,
    releaseTree: release.directory,
    event: told ?? (await pullRequestEvent(sandbox.world, pullRequest)),
  });
  expect(result, result.log).toMatchObject({ conclusion: "success" });
  return result;
}

const idsOf = ({ jobs }: WorkflowResult): readonly string[] => jobs.map(({ id }) => id);

test.skipIf(actPath() === null)(
  "a large change is looked at by workers, and one review of all of it is written",
  async () => {
    await using scenario = await start(9);
    const result = await reviewed(scenario);
    const ids = idsOf(result);
    expect(ids[0]).toBe("plan");
    expect(ids.slice(-2)).toEqual(["collect", "review"]);
    expect(ids).toContain("work");
    expect(keptSwarm(result.run).report).toMatchObject({ outcome: "complete" });
    expect(scenario.reviews()).toHaveLength(1);
    expect(scenario.threads()).toHaveLength(9);
    expect(scenario.comments()).toHaveLength(1);
    expect(scenario.checks()).toMatchObject([{ name: "pr-review", conclusion: "success" }]);
    expect(result.jobs.at(-1)?.log).toContain("Put the swarm's answers together");

    await scenario.push({ "src/part-3/index.js": leftover(2), "src/part-9/index.js": leftover(9) });
    const second = await reviewed(scenario);
    // Two parts are new, and the others need no second look: they are too few for a swarm.
    expect(idsOf(second)).toEqual(["plan", "review"]);
    expect(second.jobs[0]?.steps.at(-1)?.outputs).toMatchObject({
      "has-work": "false",
      tasks: "2",
    });
    expect(second.jobs.at(-1)?.log).not.toContain("swarm's answers");
    expect(scenario.threads()).toHaveLength(10);
  },
);

test.skipIf(actPath() === null)(
  "a small change is reviewed by the last job alone, which learns from it at the merge",
  async () => {
    await using scenario = await start(2);
    const result = await reviewed(scenario);
    expect(idsOf(result)).toEqual(["plan", "review"]);
    expect(scenario.threads()).toHaveLength(2);
    expect(result.jobs.at(-1)?.log).not.toContain("swarm's answers");

    await resolveAs(scenario, "ada", "src/part-0/index.js");
    await callAs(scenario, "ada", ["PUT", "/repos/acme/shop/pulls/1/merge", {}]);
    const merged = await reviewed(scenario);
    expect(idsOf(merged)).toEqual(["review"]);
    expect(merged.jobs[0]?.steps.at(-1)?.outputs).toMatchObject({ outcome: "skipped" });
    const kept = keptHistories(scenario.pullRequest.issue.repository).at(-1);
    expect(kept).toMatchObject({
      ref: "refs/heads/main",
      key: expect.stringContaining("pr-review"),
    });
    expect([...(kept?.history.reliability ?? [])]).toEqual([["leftovers", expect.anything()]]);
  },
);
