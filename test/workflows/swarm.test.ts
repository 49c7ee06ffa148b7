import { workflowDispatchEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { createReleaseTree, readTemplate } from "../support/release-tree.ts";

const workflow = ".github/workflows/swarm.yml";
const pages = Array.from({ length: 7 }, (_, at) => [`docs/${at}.md`, "word ".repeat(at + 1)]);

test.skipIf(actPath() === null)(
  "the starter workflow does one thing to many files, and goes on with what came of it",
  async () => {
    await using scenario = await startActionScenario({
      base: { ...Object.fromEntries(pages), "docs/no.txt": "", [workflow]: readTemplate("swarm") },
    });
    await using checkout = await scenario.checkOut();
    using release = createReleaseTree();
    const { sandbox, pullRequest } = scenario;
    const { repository, author } = pullRequest.issue;
    const inputs = { select: "docs/*.md" };
    const result = await runWorkflow({
      sandbox,
      repository: "acme/shop",
      workflow,
      workflowDirectory: checkout.directory,
      releaseTree: release.directory,
      event: await workflowDispatchEvent(sandbox.world, repository, author, { workflow, inputs }),
    });
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    const { report, results } = keptSwarm(result.run);
    expect(report).toMatchObject({
      outcome: "complete",
      coverage: { tasks: 7, done: 7, missing: [] },
    });
    expect(results.map(({ key, output }) => [key, output])).toEqual(
      pages.map(([path], at) => [path, { words: at + 1 }]),
    );
    expect(result.jobs.at(-1)?.id).toBe("after");
  },
);
