import { pullRequestEvent, workflowRunEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import { createReleaseTree, readTemplate } from "../support/release-tree.ts";

const analyze = ".github/workflows/pr-review-forks-analyze.yml";
const publish = ".github/workflows/pr-review-forks-publish.yml";

test.skipIf(actPath() === null)(
  "a fork's pull request is analyzed without rights, and published by the run that follows",
  async () => {
    await using scenario = await startActionScenario({
      fork: true,
      base: {
        "src/total.js": "export const total = (a, b) => a + b;\n",
        [analyze]: readTemplate("pr-review-forks-analyze"),
        [publish]: readTemplate("pr-review-forks-publish"),
      },
    });
    await using checkout = await scenario.checkOut();
    using release = createReleaseTree();
    const { sandbox, pullRequest } = scenario;
    const shared = {
      sandbox,
      repository: "acme/shop",
      workflowDirectory: checkout.directory,
      releaseTree: release.directory,
    };
    const event = await pullRequestEvent(sandbox.world, pullRequest);
    const analysis = await runWorkflow({ ...shared, workflow: analyze, event });
    expect(analysis, analysis.log).toMatchObject({ conclusion: "success" });
    expect(analysis.jobs[0]?.steps.at(-1)?.outputs).toMatchObject({
      outcome: "findings",
      published: "handed-over",
    });
    expect(scenario.reviews()).toEqual([]);
    expect(scenario.comments()).toEqual([]);

    const completed = await workflowRunEvent(sandbox.world, analysis.run);
    const publication = await runWorkflow({ ...shared, workflow: publish, event: completed });
    expect(publication, publication.log).toMatchObject({ conclusion: "success" });
    expect(publication.jobs.flatMap(({ steps }) => steps).at(-1)?.outputs).toMatchObject({
      outcome: "findings",
      published: "written",
      posted: "1",
    });
    expect(scenario.reviews()).toMatchObject([{ commitSha: pullRequest.head.sha }]);
    expect(scenario.threads()).toMatchObject([{ path: "src/total.js", line: 4 }]);
    expect(scenario.checks()).toMatchObject([{ status: "completed" }]);
  },
);
