import { describe, expect, it } from "vitest";
import { type GraphqlScenario, startGraphql } from "./graphql-scenario.ts";

const addReview = `mutation ($input: AddPullRequestReviewInput!) { addPullRequestReview(input: $input) {
  clientMutationId
  pullRequestReview { id state body author { __typename login } commit { oid }
    comments(first: 10) { nodes { path body line state } } } } }`;
const addThread = `mutation ($input: AddPullRequestReviewThreadInput!) {
  addPullRequestReviewThread(input: $input) { thread { id path line subjectType } } }`;
const submit = `mutation ($input: SubmitPullRequestReviewInput!) {
  submitPullRequestReview(input: $input) { pullRequestReview { state } } }`;
const resolve = `mutation ($input: ResolveReviewThreadInput!) {
  resolveReviewThread(input: $input) { thread { isResolved resolvedBy { login } } } }`;
const threadsOf = `query ($id: ID!) { node(id: $id) { ... on PullRequest { reviewThreads(first: 10) {
  nodes { id path line subjectType isResolved isOutdated viewerCanResolve
    comments(first: 10) { nodes { body } } } } } } }`;

async function read(scenario: GraphqlScenario, query: string, token = "wendy") {
  const { data, errors } = await scenario.as(token)(query, { id: scenario.pullRequestId });
  expect(errors).toBeUndefined();
  return data.node;
}

/** Carries a mutation out that must succeed. */
async function write(
  scenario: GraphqlScenario,
  token: string,
  document: string,
  input: Readonly<Record<string, unknown>>,
) {
  const { data, errors } = await scenario.as(token)(document, { input });
  expect(errors).toBeUndefined();
  return data;
}

async function refusal(
  scenario: GraphqlScenario,
  token: string,
  document: string,
  input: Readonly<Record<string, unknown>>,
) {
  const { data, errors = [] } = await scenario.as(token)(document, { input });
  expect(Object.values(data)).toEqual([null]);
  return { type: errors[0]?.type, message: errors[0]?.message };
}

/** One review of the job, with one thread; answers the thread's id. */
async function reviewOnce(scenario: GraphqlScenario): Promise<string> {
  await write(scenario, "job", addReview, {
    pullRequestId: scenario.pullRequestId,
    event: "COMMENT",
    threads: [{ path: "a.txt", line: 2, body: "Why?" }],
  });
  const { reviewThreads } = await read(scenario, threadsOf);
  return reviewThreads.nodes[0].id;
}

describe("reviewing over GraphQL", () => {
  it("writes a review with its threads at once", async () => {
    await using scenario = await startGraphql();
    const data = await write(scenario, "job", addReview, {
      clientMutationId: "m1",
      pullRequestId: scenario.pullRequestId,
      event: "COMMENT",
      body: "Two remarks.",
      threads: [
        { path: "a.txt", line: 2, side: "RIGHT", body: "Why?" },
        { path: "new.txt", line: 1, body: "What?" },
      ],
    });
    expect(data.addPullRequestReview).toMatchObject({
      clientMutationId: "m1",
      pullRequestReview: {
        state: "COMMENTED",
        body: "Two remarks.",
        author: { __typename: "Bot", login: "github-actions" },
        comments: {
          nodes: [
            { path: "a.txt", body: "Why?", line: 2, state: "SUBMITTED" },
            { path: "new.txt", body: "What?", line: 1, state: "SUBMITTED" },
          ],
        },
      },
    });
    expect(scenario.sandbox.events.map(({ name }) => name)).toContain("pull_request_review");
  });

  it("writes all of a review or nothing", async () => {
    await using scenario = await startGraphql();
    const refused = await refusal(scenario, "job", addReview, {
      pullRequestId: scenario.pullRequestId,
      event: "COMMENT",
      threads: [
        { path: "a.txt", line: 2, body: "Why?" },
        { path: "a.txt", line: 99, body: "Where?" },
      ],
    });
    expect(refused).toEqual({ type: "UNPROCESSABLE", message: "Line could not be resolved" });
    expect((await read(scenario, threadsOf)).reviewThreads.nodes).toEqual([]);
  });

  it("keeps a pending review to its author until it is submitted", async () => {
    await using scenario = await startGraphql();
    const pullRequestId = scenario.pullRequestId;
    await write(scenario, "job", addReview, { pullRequestId, body: "Soon." });
    await write(scenario, "job", addThread, {
      pullRequestId,
      path: "a.txt",
      body: "About the file.",
      subjectType: "FILE",
    });
    const seen = async (token: string) =>
      (await read(scenario, threadsOf, token)).reviewThreads.nodes;
    expect(await seen("job")).toMatchObject([{ path: "a.txt", line: null, subjectType: "FILE" }]);
    expect(await seen("wendy")).toEqual([]);
    await write(scenario, "job", submit, { pullRequestId, event: "COMMENT" });
    expect(await seen("wendy")).toHaveLength(1);
  });

  it("begins a pending review with the first thread, and takes it back with all it holds", async () => {
    await using scenario = await startGraphql();
    const pullRequestId = scenario.pullRequestId;
    await write(scenario, "job", addThread, {
      pullRequestId,
      path: "a.txt",
      line: 2,
      body: "Why?",
    });
    const reviews = `query ($id: ID!) { node(id: $id) { ... on PullRequest {
      reviews(first: 1, states: [PENDING]) { nodes { id } } } } }`;
    const [pending] = (await read(scenario, reviews, "job")).reviews.nodes;
    const remove = `mutation ($input: DeletePullRequestReviewInput!) {
      deletePullRequestReview(input: $input) { pullRequestReview { id } } }`;
    await write(scenario, "job", remove, { pullRequestReviewId: pending.id });
    expect((await read(scenario, threadsOf, "job")).reviewThreads.nodes).toEqual([]);
  });

  it("answers in a thread and changes a review's text", async () => {
    await using scenario = await startGraphql();
    const thread = await reviewOnce(scenario);
    const reply = `mutation ($input: AddPullRequestReviewThreadReplyInput!) {
      addPullRequestReviewThreadReply(input: $input) { comment { body replyTo { body } } } }`;
    const answered = await write(scenario, "alex", reply, {
      pullRequestReviewThreadId: thread,
      body: "Because.",
    });
    expect(answered.addPullRequestReviewThreadReply.comment).toEqual({
      body: "Because.",
      replyTo: { body: "Why?" },
    });
    const reviews = `query ($id: ID!) { node(id: $id) { ... on PullRequest {
      reviews(first: 1) { nodes { id } } } } }`;
    const [review] = (await read(scenario, reviews)).reviews.nodes;
    const update = `mutation ($input: UpdatePullRequestReviewInput!) {
      updatePullRequestReview(input: $input) { pullRequestReview { body } } }`;
    const changed = await write(scenario, "job", update, {
      pullRequestReviewId: review.id,
      body: "One remark.",
    });
    expect(changed.updatePullRequestReview.pullRequestReview.body).toBe("One remark.");
  });

  it("lets nobody approve their own pull request, nor the job any", async () => {
    await using scenario = await startGraphql();
    const approve = { pullRequestId: scenario.pullRequestId, event: "APPROVE" };
    expect(await refusal(scenario, "alex", addReview, approve)).toEqual({
      type: "UNPROCESSABLE",
      message: "Can not approve your own pull request",
    });
    expect(await refusal(scenario, "job", addReview, approve)).toMatchObject({
      type: "UNPROCESSABLE",
    });
  });

  it("refuses a token without the permission", async () => {
    await using scenario = await startGraphql();
    const input = { pullRequestId: scenario.pullRequestId, event: "COMMENT", body: "Hm." };
    expect(await refusal(scenario, "job-that-reads", addReview, input)).toEqual({
      type: "FORBIDDEN",
      message: "Resource not accessible by integration",
    });
  });
});

describe("resolving threads over GraphQL", () => {
  it("asks an App for more than pull requests: for contents", async () => {
    await using scenario = await startGraphql();
    const threadId = await reviewOnce(scenario);
    const seen = async (token: string) =>
      (await read(scenario, threadsOf, token)).reviewThreads.nodes[0].viewerCanResolve;
    expect([await seen("job"), await seen("app")]).toEqual([false, false]);
    expect(await refusal(scenario, "job", resolve, { threadId })).toEqual({
      type: "FORBIDDEN",
      message: "Resource not accessible by integration",
    });
    expect(await seen("job-that-resolves")).toBe(true);
    const { resolveReviewThread } = await write(scenario, "job-that-resolves", resolve, {
      threadId,
    });
    expect(resolveReviewThread.thread.isResolved).toBe(true);
  });

  it("is for those who write and for the author, and can be undone", async () => {
    await using scenario = await startGraphql();
    const threadId = await reviewOnce(scenario);
    expect(await refusal(scenario, "bystander", resolve, { threadId })).toEqual({
      type: "FORBIDDEN",
      message: "bystander does not have the correct permissions to execute `ResolveReviewThread`",
    });
    const { resolveReviewThread } = await write(scenario, "alex", resolve, { threadId });
    expect(resolveReviewThread.thread).toEqual({
      isResolved: true,
      resolvedBy: { login: "alex" },
    });
    const undo = `mutation ($input: UnresolveReviewThreadInput!) {
      unresolveReviewThread(input: $input) { thread { isResolved } } }`;
    const undone = await write(scenario, "wendy", undo, { threadId });
    expect(undone.unresolveReviewThread.thread.isResolved).toBe(false);
  });
});

describe("commenting over GraphQL", () => {
  const add = `mutation ($input: AddCommentInput!) { addComment(input: $input) {
    commentEdge { node { id body } } subject { id } } }`;

  it("adds, changes, hides, answers with a reaction and deletes a comment", async () => {
    await using scenario = await startGraphql();
    const subjectId = scenario.pullRequestId;
    const added = await write(scenario, "job", add, { subjectId, body: "Hello." });
    expect(added.addComment.subject.id).toBe(subjectId);
    const { id } = added.addComment.commentEdge.node;
    const change = `mutation ($input: UpdateIssueCommentInput!) {
      updateIssueComment(input: $input) { issueComment { body } } }`;
    const changed = await write(scenario, "job", change, { id, body: "Hello again." });
    expect(changed.updateIssueComment.issueComment.body).toBe("Hello again.");
    const hide = `mutation ($input: MinimizeCommentInput!) { minimizeComment(input: $input) {
      minimizedComment { isMinimized minimizedReason } } }`;
    const hidden = await write(scenario, "job", hide, { subjectId: id, classifier: "OUTDATED" });
    expect(hidden.minimizeComment.minimizedComment).toEqual({
      isMinimized: true,
      minimizedReason: "outdated",
    });
    const react = `mutation ($input: AddReactionInput!) { addReaction(input: $input) {
      reaction { content user { login } } reactionGroups { content users(first: 1) { totalCount } } } }`;
    const reacted = await write(scenario, "wendy", react, { subjectId: id, content: "EYES" });
    expect(reacted.addReaction.reaction).toEqual({ content: "EYES", user: { login: "wendy" } });
    expect(reacted.addReaction.reactionGroups).toContainEqual({
      content: "EYES",
      users: { totalCount: 1 },
    });
    const remove = `mutation ($input: DeleteIssueCommentInput!) {
      deleteIssueComment(input: $input) { clientMutationId } }`;
    await write(scenario, "job", remove, { id });
    const { errors } = await scenario.as("job")("query ($id: ID!) { node(id: $id) { id } }", {
      id,
    });
    expect(errors?.[0]?.type).toBe("NOT_FOUND");
  });

  it("carries mutations out in order, and those after one that failed", async () => {
    await using scenario = await startGraphql();
    const document = `mutation ($id: ID!, $long: String!) {
      one: addComment(input: { subjectId: $id, body: "One." }) { commentEdge { node { body } } }
      two: addComment(input: { subjectId: $id, body: $long }) { commentEdge { node { body } } }
      three: addComment(input: { subjectId: $id, body: "Three." }) { commentEdge { node { body } } }
    }`;
    const { data, errors } = await scenario.as("job")(document, {
      id: scenario.pullRequestId,
      long: "x".repeat(65_537),
    });
    expect(data.two).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        type: "UNPROCESSABLE",
        path: ["two"],
        message: "body is too long (maximum is 65536 characters)",
      }),
    ]);
    const query = `query ($id: ID!) { node(id: $id) { ... on PullRequest {
      comments(last: 2) { nodes { body } } } } }`;
    expect((await read(scenario, query)).comments.nodes).toEqual([
      { body: "One." },
      { body: "Three." },
    ]);
  });
});
