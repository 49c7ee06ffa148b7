import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import { createReleaseTree, readTemplate } from "../support/release-tree.ts";

const workflow = ".github/workflows/pr-review.yml";

test.skipIf(actPath() === null)(
  "the starter workflow reviews a pull request, and answers a comment on it",
  async () => {
    await using scenario = await startActionScenario({
      base: { [workflow]: readTemplate("pr-review") },
    });
    await using checkout = await scenario.checkOut();
    using release = createReleaseTree();
    const { sandbox, pullRequest } = scenario;
    const shared = {
      sandbox,
      repository: "acme/shop",
      workflow,
      workflowDirectory: checkout.directory,
      releaseTree: release.directory,
    };
    const event = await pullRequestEvent(sandbox.world, pullRequest);
    const review = await runWorkflow({ ...shared, event });
    expect(review, review.log).toMatchObject({ conclusion: "success" });
    expect(review.jobs[0]?.steps.at(-1)?.outputs).toMatchObject({
      outcome: "findings",
      published: "written",
      posted: "1",
    });
    expect(scenario.reviews()).toMatchObject([{ commitSha: pullRequest.head.sha }]);
    expect(scenario.threads()).toMatchObject([{ path: "src/total.js", line: 4 }]);
    expect(scenario.checks()).toMatchObject([{ status: "completed" }]);

    const question = await scenario.comment("ada", "/swarm help");
    const answer = await runWorkflow({ ...shared, event: question });
    expect(answer, answer.log).toMatchObject({ conclusion: "success" });
    expect(answer.jobs[0]?.steps.at(-1)?.outputs).toMatchObject({ outcome: "answered" });
    expect(scenario.comments().at(-1)?.author.login).toBe("github-actions[bot]");

    const chat = await scenario.comment("ada", "Looks good.");
    expect((await runWorkflow({ ...shared, event: chat })).jobs).toEqual([]);
  },
);
