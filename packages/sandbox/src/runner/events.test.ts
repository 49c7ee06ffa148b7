import { expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../start-sandbox.ts";
import type { PullRequest, Repository } from "../state/model.ts";
import { beginJob } from "./begin-job.ts";
import {
  issueCommentEvent,
  pullRequestEvent,
  workflowDispatchEvent,
  workflowRunEvent,
} from "./events.ts";
import { triggerOf } from "./trigger.ts";

test("a pull request runs on its merge, for whoever caused the event", async () => {
  const { world, pullRequest, repository } = await startWithPullRequest();
  const event = await pullRequestEvent(world, pullRequest, "synchronize");
  expect(event).toMatchObject({
    name: "pull_request",
    payload: { action: "synchronize", number: 1, sender: { login: "bob" } },
  });
  const trigger = await triggerOf(world, "acme/shop", event);
  expect(trigger).toMatchObject({
    repository,
    pullRequest,
    fromFork: false,
    ref: "refs/pull/1/merge",
    headSha: pullRequest.head.sha,
    actor: { login: "bob" },
  });
  expect(trigger.sha).not.toBe(trigger.headSha);
});

test("an event stays what it was when the head moves on", async () => {
  const { world, pullRequest } = await startWithPullRequest();
  const event = await pullRequestEvent(world, pullRequest);
  const { sha } = pullRequest.head;
  pullRequest.head.sha = pullRequest.base.sha;
  expect((await triggerOf(world, "acme/shop", event)).headSha).toBe(sha);
});

test("a comment, another run and a dispatch run on the default branch", async () => {
  const { world, sandbox, pullRequest, repository } = await startWithPullRequest();
  const [comment] = pullRequest.issue.comments;
  const ada = world.users.get("ada");
  if (comment === undefined || ada === undefined) throw new Error("the seed did not make it");
  const job = await beginJob({
    sandbox,
    repository: "acme/shop",
    workflow: "analyze",
    event: await pullRequestEvent(world, pullRequest),
  });
  await job.conclude("failure");
  const events = await Promise.all([
    issueCommentEvent(world, comment),
    workflowRunEvent(world, job.run),
    workflowDispatchEvent(world, repository, ada, { workflow: "x.yml", inputs: { deep: "true" } }),
  ]);
  expect(events).toMatchObject([
    { name: "issue_comment", payload: { action: "created", comment: { body: "/swarm help" } } },
    { name: "workflow_run", payload: { workflow_run: { id: job.run.id, conclusion: "failure" } } },
    { name: "workflow_dispatch", payload: { ref: "refs/heads/main", inputs: { deep: "true" } } },
  ]);
  for (const event of events) {
    const trigger = await triggerOf(world, "acme/shop", event);
    expect(trigger).toMatchObject({ pullRequest: null, ref: "refs/heads/main" });
  }
});

test("what the world does not hold cannot start anything", async () => {
  const { world } = await startWithPullRequest();
  const start = (name: string, payload: object, event = "push") =>
    triggerOf(world, name, { name: event, payload: { ...payload } });
  await expect(start("acme/none", {})).rejects.toThrow("the repository acme/none");
  await expect(start("acme/shop", { ref: "refs/heads/none" })).rejects.toThrow("refs/heads/none");
  await expect(start("acme/shop", { sender: { login: "eve" } })).rejects.toThrow("the user eve");
  const shown = { pull_request: { number: 9, head: { sha: "" } } };
  await expect(start("acme/shop", shown, "pull_request")).rejects.toThrow("pull request 9");
});

async function startWithPullRequest() {
  const comments = [{ author: "ada", body: "/swarm help" }];
  const sandbox = await startSandbox({
    seed: {
      users: [{ login: "ada" }, { login: "bob" }],
      organizations: [{ login: "acme" }],
      repositories: [
        {
          owner: "acme",
          name: "shop",
          branches: [
            { name: "main", commits: [{ files: { "a.js": "1\n" } }] },
            { name: "topic", commits: [{ files: { "a.js": "2\n" } }] },
          ],
          "pull-requests": [{ title: "Two", author: "bob", head: "topic", comments }],
        },
      ],
    },
  });
  onTestFinished(() => sandbox[Symbol.asyncDispose]());
  const { world } = sandbox;
  const repository = world.repositories.get("acme/shop") as Repository;
  const pullRequest = repository.issues.get(1)?.pullRequest as PullRequest;
  return { sandbox, world, repository, pullRequest };
}
