import { verifyAudit } from "@swarm-actions/core";
import {
  applyPublication,
  type GitHubClient,
  readConversation,
  readHead,
} from "@swarm-actions/github";
import { expect, test } from "vitest";
import {
  annotations,
  line,
  nodeIdOf,
  place,
  planOf,
  publish,
  type Scenario,
  shown,
  startScenario,
} from "./publication-scenario.ts";

test("a review, a summary and a check are three requests", async () => {
  await using scenario = await startScenario();
  const published = await publish(scenario, scenario.connect());
  expect(scenario.requests()).toEqual([
    "POST /repos/acme/shop/pulls/1/reviews",
    "POST Conclude",
    "POST /repos/acme/shop/check-runs",
  ]);
  expect(shown(scenario)).toEqual({ comments: 1, reviews: ["COMMENTED"], threads: 1, checks: [1] });
  expect(published).toMatchObject({
    review: { status: "written", value: { moved: [], url: expect.stringContaining("/pull/1#") } },
    summary: { status: "written", value: { id: scenario.pullRequest.issue.comments[0]?.id } },
    check: { status: "written" },
    threads: [],
  });
});

test("nothing is sent where the plan leaves everything as it is", async () => {
  await using scenario = await startScenario();
  const published = await publish(scenario, scenario.connect(), {
    review: null,
    summary: { kind: "keep", id: 1 },
    check: null,
  });
  expect(scenario.requests()).toEqual([]);
  const none = { status: "none" };
  expect(published).toEqual({ review: none, summary: none, check: none, threads: [] });
});

test("a dry run sends nothing and tells the log of everything", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect({ dryRun: true });
  const published = await publish(scenario, client);
  await client.close();
  expect(scenario.requests()).toEqual([]);
  expect(shown(scenario)).toEqual({ comments: 0, reviews: [], threads: 0, checks: [] });
  const dry = { status: "dry-run" };
  expect(published).toEqual({ review: dry, summary: dry, check: dry, threads: [] });
  expect(verifyAudit(scenario.lines)).toMatchObject({ status: "sound", entries: 4 });
});

test("a line that GitHub does not take goes into the review's text, and the others stay where they are", async () => {
  await using scenario = await startScenario();
  const { review: planned } = planOf(scenario, "");
  if (planned === null) throw new Error("unreachable");
  const review = { ...planned, lines: [...planned.lines, line(90, "Far away.")] };
  const { review: published } = await publish(scenario, scenario.connect(), { review });
  expect(shown(scenario)).toMatchObject({ reviews: ["COMMENTED"], threads: 1 });
  expect(scenario.pullRequest.reviews[0]?.body).toBe(
    `One finding.\n\n---\n\n**\`a.txt\`, line 90**\n\nFar away.\n\n<!-- swarm-actions:review ${scenario.pullRequest.head.sha} -->`,
  );
  expect(published).toMatchObject({ value: { moved: [{ line: 90 }] } });
});

test("comments on whole files are part of the one review, in one request", async () => {
  await using scenario = await startScenario();
  const { review: planned } = planOf(scenario, "");
  if (planned === null) throw new Error("unreachable");
  const review = { ...planned, files: [{ path: "b.txt", body: "Why this file?" }] };
  const published = await publish(scenario, scenario.connect(), { review });
  expect(scenario.requests()[0]).toBe("POST WriteReview");
  expect(scenario.pullRequest.threads.map(({ subjectType }) => subjectType)).toEqual([
    "LINE",
    "FILE",
  ]);
  expect(shown(scenario)).toMatchObject({ reviews: ["COMMENTED"], comments: 1 });
  expect(published.review).toMatchObject({ status: "written", value: { moved: [] } });
});

test("a long review is sent in several documents and is one review still", async () => {
  await using scenario = await startScenario();
  const { review: planned } = planOf(scenario, "");
  if (planned === null) throw new Error("unreachable");
  const lines = Array.from({ length: 35 }, (_, index) => ({ ...line(2, `Remark ${index}.`) }));
  const review = { ...planned, lines, files: [{ path: "b.txt", body: "Why?" }] };
  await publish(scenario, scenario.connect(), { review });
  expect(scenario.requests().filter((one) => one.endsWith("WriteReview"))).toHaveLength(2);
  expect(shown(scenario)).toMatchObject({ reviews: ["COMMENTED"], threads: 36 });
});

test("annotations go in batches of fifty, and what a check has is not added to it again", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect();
  const check = planOf(scenario, "").check;
  if (check === null) throw new Error("unreachable");
  const none = { review: null, summary: { kind: "keep", id: 1 } as const };
  const first = await publish(scenario, client, {
    ...none,
    check: { ...check, annotations: annotations(120) },
  });
  expect(scenario.requests()).toEqual([
    "POST /repos/acme/shop/check-runs",
    expect.stringMatching(/^PATCH /),
    expect.stringMatching(/^PATCH /),
  ]);
  const updates = first.check.status === "written" ? first.check.value.id : null;
  await publish(scenario, client, {
    ...none,
    check: { ...check, updates, annotations: annotations(121) },
  });
  expect(shown(scenario).checks).toEqual([121]);
});

test("threads are resolved beside the summary, and one that may not be is reported", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect();
  await publish(scenario, client);
  const talk = await readConversation(client, {
    ...place,
    checkName: "swarm",
    configPath: ".github/swarm.yml",
  });
  const [comment] = talk.comments;
  if (comment === undefined) throw new Error("no summary");
  const resolve = talk.threads.map(({ nodeId }) => ({ nodeId, reason: "gone" }));
  const rest = {
    review: null,
    check: null,
    summary: { kind: "update", id: comment.id, nodeId: comment.nodeId, body: "None." } as const,
    resolve,
  };
  const least = scenario.connect({ credentials: { kind: "token", token: "least" } });
  const refused = await publish(scenario, least, rest);
  expect(refused).toMatchObject({
    summary: { status: "written" },
    threads: [{ status: "refused", message: expect.stringContaining("`contents: write`") }],
  });
  const done = await publish(scenario, client, rest);
  expect(scenario.requests()).toEqual(["POST Conclude"]);
  expect(done.threads).toMatchObject([{ status: "written", message: null }]);
  expect(scenario.pullRequest.threads[0]?.resolvedBy).not.toBeNull();
});

test("a summary that was deleted meanwhile is made anew", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect();
  const first = await publish(scenario, client);
  const talk = await readConversation(client, {
    ...place,
    checkName: "swarm",
    configPath: ".github/swarm.yml",
  });
  const { nodeId = "", id = 0 } = talk.comments[0] ?? {};
  scenario.pullRequest.issue.comments.length = 0;
  const summary = { kind: "update", id, nodeId, body: "Anew." } as const;
  const again = await publish(scenario, client, { review: null, check: null, summary });
  expect(first.summary.status).toBe("written");
  expect(again.summary.status).toBe("written");
  expect(scenario.pullRequest.issue.comments.map(({ body }) => body)).toEqual(["Anew."]);
});

test("of two runs that make a summary at once, the older summary stays with the later text", async () => {
  await using scenario = await startScenario();
  const nodeId = await nodeIdOf(scenario.connect());
  const only = { review: null, check: null };
  await publish(scenario, scenario.connect(), only);
  const { summary } = planOf(scenario, nodeId);
  if (summary.kind !== "create") throw new Error("unreachable");
  const later = { ...summary, body: summary.body.replace("One", "Two") };
  const published = await publish(scenario, scenario.connect(), { ...only, summary: later });
  const [comment, ...others] = scenario.pullRequest.issue.comments;
  expect(others).toEqual([]);
  expect(comment?.body).toContain("Two finding");
  expect(published.summary).toMatchObject({ value: { id: comment?.id } });
});

test("a run whose first summary was refused brings up to date the one that another run made", async () => {
  await using scenario = await startScenario();
  const only = { review: null, check: null };
  const { summary } = planOf(scenario, "");
  if (summary.kind !== "create") throw new Error("unreachable");
  await publish(scenario, scenario.connect(), only);
  const later = { ...summary, body: summary.body.replace("One", "Two") };
  // The server fails without doing anything, and the look that follows finds the other run's summary.
  scenario.sandbox.addFault({
    effect: { kind: "status", status: 502 },
    method: "POST",
    path: /graphql/,
    skip: 1,
  });
  const published = await publish(scenario, scenario.connect(), { ...only, summary: later });
  expect(published.summary.status).toBe("written");
  const { comments } = scenario.pullRequest.issue;
  expect(comments.map(({ body }) => body)).toEqual([later.body]);
  expect(scenario.requests()).toEqual(["POST Conclude", "POST Concluded", "POST Conclude"]);
});

const withFile = (scenario: Scenario) => {
  const { review } = planOf(scenario, "");
  if (review === null) throw new Error("unreachable");
  return { ...review, files: [{ path: "b.txt", body: "Why?" }] };
};

/** Begins a review with the token and leaves it there. */
async function leavePending(client: GitHubClient, body: string): Promise<void> {
  const document = /* GraphQL */ `
    mutation Begin($id: ID!, $body: String!) {
      addPullRequestReview(input: { pullRequestId: $id, body: $body }) {
        clientMutationId
      }
    }
  `;
  const id = await nodeIdOf(client);
  await client.write({
    action: "begin",
    target: "acme/shop#1",
    send: (sender) => sender.graphql(document, { id, body }),
    find: async () => null,
  });
}

test("half a review of ours is cleared away before another is made", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect();
  await leavePending(client, "Half.\n\n<!-- swarm-actions:review 0 -->");
  const { pendingReview } = await readHead(client, place);
  expect(pendingReview).toMatchObject({ isOurs: true });
  const plan = planOf(scenario, await nodeIdOf(client), { review: withFile(scenario) });
  await applyPublication(client, plan, { pendingReview });
  expect(shown(scenario)).toMatchObject({ reviews: ["COMMENTED"], threads: 2 });
});

test("a review that a person has begun with the token is never touched", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect({ credentials: { kind: "token", token: "olga" } });
  await leavePending(client, "My own thoughts.");
  const plan = planOf(scenario, await nodeIdOf(client), { review: withFile(scenario) });
  await expect(applyPublication(client, plan, null)).rejects.toMatchObject({
    code: "github/pending-review",
  });
  expect(shown(scenario)).toMatchObject({ reviews: ["PENDING"], comments: 0 });
});

test("a missing permission is named, and nothing else is tried", async () => {
  await using scenario = await startScenario();
  const reader = scenario.connect({ credentials: { kind: "token", token: "reader" } });
  await expect(publish(scenario, reader)).rejects.toMatchObject({
    code: "github/missing-permission",
    fix: expect.stringContaining("`pull-requests: write`"),
  });
  expect(scenario.requests()).toHaveLength(1);
});
