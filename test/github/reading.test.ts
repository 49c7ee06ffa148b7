import {
  findPullRequestsOfRun,
  readConversation,
  readDiff,
  readHead,
  readPermission,
  readWorkflowRun,
} from "@swarm-actions/github";
import { beginJob, pullRequestEvent, type ReviewThread } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import {
  line,
  place,
  planOf,
  publish,
  type Scenario,
  shown,
  startScenario,
} from "./publication-scenario.ts";

const asked = { ...place, checkName: "swarm", configPath: ".github/swarm.yml" };

test("a pull request, its talk and the configuration of its base come in one request", async () => {
  await using scenario = await startScenario({ comments: [{ author: "alex", body: "Nice." }] });
  const client = scenario.connect();
  await publish(scenario, client);
  scenario.requests();
  const talk = await readConversation(client, asked);
  expect(scenario.requests()).toEqual(["POST Conversation"]);
  const { head, base } = scenario.pullRequest;
  expect(talk).toMatchObject({
    pullRequest: {
      ...place,
      title: "Shout",
      state: "open",
      isDraft: false,
      isFork: false,
      headSha: head.sha,
      headRef: "change",
      headRepository: "acme/shop",
      baseSha: base.sha,
      baseRef: "main",
      changedFiles: 2,
      author: { login: "olga", isBot: false, isSelf: false },
    },
    comments: [
      { body: "Nice.", author: { login: "alex", isSelf: false }, canUpdate: true },
      { author: { login: "github-actions[bot]", isBot: true, isSelf: true }, canUpdate: true },
    ],
    threads: [
      { path: "a.txt", line: 2, isResolved: false, comments: [{ author: { isSelf: true } }] },
    ],
    reviews: [{ state: "COMMENTED", commitSha: head.sha }],
    checks: [{ name: "swarm", externalId: "review-1", status: "completed", conclusion: "neutral" }],
    configText: "agents: []\n",
  });
  expect(talk.comments[1]?.id).toBe(scenario.pullRequest.issue.comments[1]?.id);
});

test("more than a hundred comments come in further requests, oldest first", async () => {
  const comments = Array.from({ length: 230 }, (_, index) => ({
    author: "alex",
    body: `No. ${index}`,
  }));
  await using scenario = await startScenario({ comments });
  const talk = await readConversation(scenario.connect(), asked);
  expect(talk.comments.map(({ body }) => body)).toEqual(comments.map(({ body }) => body));
  expect(scenario.requests()).toEqual(["POST Conversation", "POST Page", "POST Page"]);
});

test("all threads come, however many there are", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect();
  const { review } = planOf(scenario, "");
  if (review === null) throw new Error("unreachable");
  const lines = Array.from({ length: 105 }, (_, index) => line(2, `Remark ${index}.`));
  await publish(scenario, client, { review: { ...review, lines }, check: null });
  const talk = await readConversation(client, asked);
  expect(talk.threads).toHaveLength(105);
  expect(shown(scenario).threads).toBe(105);
});

test("long threads are read to their ends, all of them in one request a page", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect();
  const { review } = planOf(scenario, "");
  if (review === null) throw new Error("unreachable");
  const lines = [line(2, "First."), line(2, "Second."), line(2, "Short.")];
  await publish(scenario, client, { review: { ...review, lines }, check: null });
  const [first, second] = scenario.pullRequest.threads;
  reply(scenario, first, 35);
  reply(scenario, second, 140);
  scenario.requests();
  const talk = await readConversation(client, asked);
  expect(talk.threads.map(({ comments }) => comments.length)).toEqual([36, 141, 1]);
  expect(talk.threads[1]?.comments.at(-1)?.body).toBe("Reply 139.");
  expect(scenario.requests()).toEqual(["POST Conversation", "POST Batch", "POST Batch"]);
});

/** More replies than come with a thread, put there without the events of each. */
function reply({ sandbox }: Scenario, thread: ReviewThread | undefined, count: number) {
  const [opening] = thread?.comments ?? [];
  if (thread === undefined || opening === undefined) throw new Error("there is no such thread");
  for (let at = 0; at < count; at++) {
    const id = sandbox.world.nextId();
    thread.comments.push({ ...opening, id, body: `Reply ${at}.`, inReplyTo: opening });
  }
}

test("there is no configuration where the base has none", async () => {
  await using scenario = await startScenario();
  const talk = await readConversation(scenario.connect(), { ...asked, configPath: "none.yml" });
  expect(talk.configText).toBeNull();
});

test("what is not there is an error that names it", async () => {
  await using scenario = await startScenario();
  const reading = readConversation(scenario.connect(), { ...asked, number: 99 });
  await expect(reading).rejects.toMatchObject({ code: "github/not-found" });
});

test("the last look shows the head and what was said meanwhile", async () => {
  await using scenario = await startScenario({ comments: [{ author: "alex", body: "Wait." }] });
  const head = await readHead(scenario.connect(), place);
  expect(head).toMatchObject({
    headSha: scenario.pullRequest.head.sha,
    state: "open",
    isDraft: false,
    newestComments: [{ body: "Wait." }],
    pendingReview: null,
  });
});

test("the diff comes as text", async () => {
  await using scenario = await startScenario();
  const diff = await readDiff(scenario.connect(), { ...place, changedFiles: 2 });
  expect(diff).toMatchObject({ kind: "text", text: expect.stringContaining("+TWO\n") });
});

test("a diff with fewer files than there are is too large for GitHub", async () => {
  await using scenario = await startScenario();
  const diff = await readDiff(scenario.connect(), { ...place, changedFiles: 3 });
  expect(diff).toEqual({ kind: "too-large", reason: "GitHub gave 2 of 3 changed files" });
});

test("a diff that GitHub refuses to give is too large", async () => {
  await using scenario = await startScenario();
  const message = "Sorry, the diff exceeded the maximum number of files (300).";
  scenario.sandbox.addFault({ effect: { kind: "status", status: 406, message }, path: /pulls\/1/ });
  const diff = await readDiff(scenario.connect(), { ...place, changedFiles: 2 });
  expect(diff).toEqual({ kind: "too-large", reason: message });
});

test.each([
  ["olga", "admin"],
  ["alex", "read"],
  ["nobody-at-all", "none"],
])("%s may %s", async (login, permission) => {
  await using scenario = await startScenario();
  expect(await readPermission(scenario.connect(), { ...place, login })).toBe(permission);
});

test("the pull request of a run is found by its head, until there is another push", async () => {
  await using scenario = await startScenario();
  const { sandbox, pullRequest } = scenario;
  const { run } = await beginJob({
    sandbox,
    event: await pullRequestEvent(sandbox.world, pullRequest),
    repository: "acme/shop",
    workflow: "analyze",
  });
  const client = scenario.connect();
  const facts = await readWorkflowRun(client, { ...place, runId: run.id });
  expect(facts).toMatchObject({
    event: "pull_request",
    headSha: pullRequest.head.sha,
    headBranch: "change",
    headRepository: "acme/shop",
  });
  expect(await findPullRequestsOfRun(client, place, facts)).toEqual([place]);
  const moved = { ...facts, headSha: "0".repeat(40) };
  expect(await findPullRequestsOfRun(client, place, moved)).toEqual([]);
  const gone = { ...facts, headRepository: null };
  expect(await findPullRequestsOfRun(client, place, gone)).toEqual([]);
});

test("an answer that still holds costs nothing of the limit", async () => {
  await using scenario = await startScenario();
  const client = scenario.connect();
  const read = () =>
    client.read("GET /repos/{owner}/{repo}/issues/{issue_number}", {
      owner: "acme",
      repo: "shop",
      issue_number: 1,
    });
  expect(await read()).toEqual(await read());
  expect(client.usage()).toMatchObject({ reads: 2, cached: 1, budget: { used: 1, share: 0.5 } });
});

test("an App reads and writes as its installation", async () => {
  await using scenario = await startScenario();
  const { world, appKeys } = scenario.sandbox;
  const [app] = [...world.apps.values()].filter(({ slug }) => slug === "reviewer");
  const privateKey = appKeys.get("reviewer");
  if (app === undefined || privateKey === undefined) throw new Error("no App");
  const client = scenario.connect({
    credentials: {
      kind: "app",
      appId: app.id,
      privateKey,
      installation: { owner: "acme", repository: "shop" },
    },
  });
  await publish(scenario, client, { review: null, check: null });
  expect(scenario.pullRequest.issue.comments[0]?.author.login).toBe("reviewer[bot]");
});
