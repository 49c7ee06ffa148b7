import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pullRequestEvent, workflowRunEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { actPath, runWorkflow } from "../support/act.ts";
import { type ActionProgram, writeActionProgram } from "../support/action-program.ts";
import { startActionScenario } from "../support/action-scenario.ts";

const analyze = `
name: analyze
on: pull_request
permissions: {}
jobs:
  look:
    runs-on: ubuntu-latest
    outputs:
      head: \${{ steps.look.outputs.head }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - id: look
        uses: org/swarm-actions/look@v1
  tell:
    needs: look
    runs-on: ubuntu-latest
    steps:
      - run: echo "saw $HEAD"
        env:
          HEAD: \${{ needs.look.outputs.head }}
  never:
    if: false
    runs-on: ubuntu-latest
    steps:
      - run: exit 1
`;

const publish = `
name: publish
on:
  workflow_run:
    workflows: [analyze]
    types: [completed]
permissions: {}
jobs:
  publish:
    runs-on: ubuntu-latest
    permissions:
      actions: read
    steps:
      - uses: org/swarm-actions/publish@v1
`;

const look = `
import { DefaultArtifactClient } from "@actions/artifact";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
const { GITHUB_API_URL: api, INPUT_TOKEN: token, GITHUB_REPOSITORY: repository } = process.env;
const answer = await fetch(api + "/repos/" + repository + "/pulls/1", {
  headers: { authorization: "Bearer " + token },
});
const { head } = await answer.json();
output("head", head.sha);
appendFileSync(process.env.GITHUB_STEP_SUMMARY, "# Looked at it\\n");
if (execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim() !== head.sha) process.exit(1);
writeFileSync("result.json", JSON.stringify(head.sha));
await new DefaultArtifactClient().uploadArtifact("result", ["result.json"], ".");
`;

const publisher = `
import { DefaultArtifactClient } from "@actions/artifact";
import { readFileSync } from "node:fs";
const { workflow_run: run } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
const findBy = {
  token: process.env.INPUT_TOKEN, workflowRunId: run.id, repositoryOwner: "acme", repositoryName: "shop",
};
const client = new DefaultArtifactClient();
const { artifact } = await client.getArtifact("result", { findBy });
await client.downloadArtifact(artifact.id, { findBy, path: "in" });
output("result", JSON.parse(readFileSync("in/result.json", "utf8")));
`;

test.skipIf(actPath() === null)(
  "a workflow hands its result over to the one that waits for it, under a runner of others",
  async () => {
    await using scenario = await startActionScenario({
      fork: true,
      base: { ".github/workflows/analyze.yml": analyze, ".github/workflows/publish.yml": publish },
    });
    const { sandbox, pullRequest } = scenario;
    await using checkout = await scenario.checkOut();
    using tree = createReleaseTree({ look, publish: publisher });
    const shared = {
      sandbox,
      repository: "acme/shop",
      releaseTree: tree.directory,
      workflowDirectory: checkout.directory,
    };

    const analysis = await runWorkflow({
      ...shared,
      workflow: ".github/workflows/analyze.yml",
      event: await pullRequestEvent(sandbox.world, pullRequest),
    });
    expect(analysis, analysis.log).toMatchObject({ conclusion: "success" });
    expect(analysis.jobs.map(({ id, conclusion }) => [id, conclusion])).toEqual([
      ["look", "success"],
      ["tell", "success"],
    ]);
    const [looked, told] = analysis.jobs;
    expect(looked?.summary).toBe("# Looked at it\n");
    expect(looked?.steps.at(-1)?.outputs).toEqual({ head: JSON.stringify(pullRequest.head.sha) });
    expect(told?.log).toContain(`saw "${pullRequest.head.sha}"`);

    const publication = await runWorkflow({
      ...shared,
      workflow: ".github/workflows/publish.yml",
      event: await workflowRunEvent(sandbox.world, analysis.run),
    });
    expect(publication, publication.log).toMatchObject({ conclusion: "success" });
    expect(publication.jobs[0]?.steps.at(-1)?.outputs).toEqual({
      result: JSON.stringify(pullRequest.head.sha),
    });
  },
);

/** A release with these actions, by folder. */
function createReleaseTree(programs: Readonly<Record<string, string>>): ActionProgram {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "swarm-tree-")));
  for (const [name, source] of Object.entries(programs))
    writeActionProgram(join(directory, name), source);
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}
