import { expect, it } from "vitest";
import { type RestScenario, type Send, startRest, text } from "./rest-scenario.ts";

const base64 = (content: string): string => Buffer.from(content).toString("base64");

interface Shown {
  readonly id: number;
  readonly body: string;
  readonly state: string;
  readonly line: number | null;
}

function review(send: Send, input: Record<string, unknown>) {
  return send("POST pulls/1/reviews", { event: "COMMENT", body: "Words", ...input });
}

/** What a review with one comment at a place is refused with; null when it is taken. */
async function refusal(scenario: RestScenario, place: Record<string, unknown>) {
  const comments = [{ path: "a.txt", body: "Hm", ...place }];
  const { status, body } = await review(scenario.as("wendy"), { comments });
  return status === 200 ? null : [status, body.message, ...body.errors];
}

it("creates a review with its comments, and tells of all", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const made = await review(wendy, {
    commit_id: scenario.head,
    comments: [
      { path: "a.txt", line: 5, side: "RIGHT", body: "Loud" },
      { path: "a.txt", start_line: 18, start_side: "RIGHT", line: 21, side: "RIGHT", body: "Long" },
      { path: "a.txt", line: 30, side: "LEFT", body: "Gone" },
    ],
  });
  expect(made.body).toMatchObject({ state: "COMMENTED", body: "Words", commit_id: scenario.head });
  const comments = (await wendy("GET pulls/1/comments")).body;
  expect(comments).toMatchObject([
    { line: 5, side: "RIGHT", start_line: null, original_commit_id: scenario.head, position: 5 },
    { line: 21, start_line: 18, start_side: "RIGHT", original_line: 21 },
    { line: 30, side: "LEFT", diff_hunk: expect.stringMatching(/\n-line 30$/) },
  ]);
  expect((await wendy(`GET pulls/1/reviews/${made.body.id}/comments`)).body).toHaveLength(3);
  expect((await wendy(`GET pulls/1/reviews/${made.body.id}`)).body.body).toBe("Words");
  expect(scenario.sandbox.events.map(({ name, payload }) => `${name} ${payload.action}`)).toEqual([
    "pull_request_review submitted",
    ...Array(3).fill("pull_request_review_comment created"),
  ]);
});

it("takes comments on lines of the diff alone", async () => {
  await using scenario = await startRest();
  const line = [422, "Unprocessable Entity", "Line could not be resolved"];
  expect(await refusal(scenario, { line: 12 })).toEqual(line);
  expect(await refusal(scenario, { line: 400 })).toEqual(line);
  expect(await refusal(scenario, { line: 0 })).toEqual(line);
  expect(await refusal(scenario, {})).toEqual(line);
  expect(await refusal(scenario, { line: 41, side: "LEFT" })).toEqual(line);
  expect(await refusal(scenario, { path: "old.txt", line: 1 })).toEqual([
    422,
    "Unprocessable Entity",
    "Path could not be resolved",
  ]);
  expect((await refusal(scenario, { start_line: 5, line: 20 }))?.[2]).toContain("same hunk");
  expect((await refusal(scenario, { start_line: 6, line: 5 }))?.[2]).toContain("precede");
  expect((await refusal(scenario, { start_line: 5, line: 5 }))?.[2]).toContain("precede");
  expect((await scenario.as("wendy")("GET pulls/1/reviews")).body).toEqual([]);
});

it("takes lines that a hunk shows unchanged, on both sides, and old positions", async () => {
  await using scenario = await startRest();
  expect(await refusal(scenario, { line: 8 })).toBeNull();
  expect(await refusal(scenario, { line: 8, side: "LEFT" })).toBeNull();
  expect(await refusal(scenario, { position: 5 })).toBeNull();
  expect(await refusal(scenario, { position: 500 })).not.toBeNull();
});

it("refuses a whole review for one bad comment", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const comments = [
    { path: "a.txt", line: 5, body: "Good" },
    { path: "a.txt", line: 400, body: "Bad" },
  ];
  expect((await review(wendy, { comments })).status).toBe(422);
  expect((await wendy("GET pulls/1/comments")).body).toEqual([]);
});

it("refuses what nobody may say of their own, and what says nothing", async () => {
  await using scenario = await startRest();
  const errors = async (token: string, input: Record<string, unknown>) =>
    (await review(scenario.as(token), input)).body.errors;
  expect(await errors("alex", { event: "APPROVE" })).toEqual([
    "Can not approve your own pull request",
  ]);
  expect(await errors("alex", { event: "REQUEST_CHANGES" })).toEqual([
    "Can not request changes on your own pull request",
  ]);
  expect(await errors("job", { event: "APPROVE" })).toEqual([
    "GitHub Actions is not permitted to approve pull requests.",
  ]);
  expect(await errors("wendy", { body: "" })).toHaveLength(1);
  expect(await errors("wendy", { event: "REQUEST_CHANGES", body: " " })).toHaveLength(1);
  expect(await errors("wendy", { body: "x".repeat(65_537) })).toEqual([
    expect.stringContaining("too long (maximum is 65536 characters)"),
  ]);
  expect(await errors("wendy", { commit_id: "0".repeat(40) })).toEqual([
    "The commitOID is not part of the pull request",
  ]);
  expect(await errors("wendy", { commit_id: "main" })).toHaveLength(1);
  expect((await review(scenario.as("alex"), {})).status).toBe(200);
  expect((await review(scenario.as("app"), { event: "APPROVE", body: "" })).status).toBe(200);
  expect((await review(scenario.as("job-that-reads"), {})).status).toBe(403);
  expect(
    (await scenario.as("wendy")("POST pulls/2/reviews", { event: "COMMENT", body: "x" })).status,
  ).toBe(404);
});

it("counts characters, not halves of them", async () => {
  await using scenario = await startRest();
  expect((await review(scenario.as("wendy"), { body: "\u{1F41D}".repeat(65_536) })).status).toBe(
    200,
  );
});

it("keeps a pending review to its author, one at a time, until it is submitted", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const comments = [{ path: "a.txt", line: 5, body: "Draft" }];
  const made = (await wendy("POST pulls/1/reviews", { body: "Later", comments })).body;
  expect(made).toMatchObject({ state: "PENDING" });
  expect(made).not.toHaveProperty("submitted_at");
  expect((await review(wendy, {})).body.errors).toEqual([
    "User can only have one pending review per pull request",
  ]);
  expect((await scenario.as("olga")("GET pulls/1/reviews")).body).toEqual([]);
  expect((await scenario.as("olga")(`GET pulls/1/reviews/${made.id}`)).status).toBe(404);
  expect((await scenario.as("olga")("GET pulls/1/comments")).body).toEqual([]);
  expect((await wendy("GET pulls/1/reviews")).body).toHaveLength(1);
  expect(scenario.sandbox.events).toEqual([]);

  const url = `pulls/1/reviews/${made.id}` as const;
  expect((await wendy(`PUT ${url}`, { body: "Now" })).body.body).toBe("Now");
  expect((await wendy(`POST ${url}/events`, { event: "APPROVE" })).body.state).toBe("APPROVED");
  expect((await wendy(`POST ${url}/events`, { event: "APPROVE" })).status).toBe(422);
  expect((await wendy(`DELETE ${url}`)).status).toBe(422);
  expect((await scenario.as("olga")("GET pulls/1/reviews")).body[0].body).toBe("Now");
  expect((await wendy(`PUT ${url}/dismissals`, { message: "Old" })).body.state).toBe("DISMISSED");
});

it("takes a pending review back with its comments", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const comments = [{ path: "a.txt", line: 5, body: "Draft" }];
  const { id } = (await wendy("POST pulls/1/reviews", { comments })).body;
  expect((await wendy(`DELETE pulls/1/reviews/${id}`)).status).toBe(200);
  expect((await wendy("GET pulls/1/reviews")).body).toEqual([]);
  expect((await wendy("GET pulls/1/comments")).body).toEqual([]);
});

it("creates single comments on a line and on a file, and replies", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const commit_id = scenario.head;
  const onLine = await wendy("POST pulls/1/comments", {
    path: "a.txt",
    line: 5,
    commit_id,
    body: "1",
  });
  expect(onLine.status).toBe(201);
  const onFile = await wendy("POST pulls/1/comments", {
    path: "new.txt",
    subject_type: "file",
    commit_id,
    body: "2",
  });
  expect(onFile.body).toMatchObject({ subject_type: "file", path: "new.txt", diff_hunk: "" });
  const reply = await wendy(`POST pulls/1/comments/${onLine.body.id}/replies`, { body: "3" });
  expect(reply.body).toMatchObject({ in_reply_to_id: onLine.body.id, line: 5 });
  const other = await wendy("POST pulls/1/comments", {
    in_reply_to: onLine.body.id,
    path: "a.txt",
    commit_id,
    body: "4",
  });
  expect(other.status).toBe(201);
  expect(
    (await wendy(`POST pulls/1/comments/${reply.body.id}/replies`, { body: "5" })).status,
  ).toBe(404);
  const bodies = (await wendy("GET pulls/comments?sort=created&direction=desc")).body;
  expect(bodies.map(({ body }: Shown) => body)).toEqual(["4", "3", "2", "1"]);
  expect((await wendy("GET pulls/1/reviews")).body).toHaveLength(4);
});

it("refuses single comments in the words of that endpoint", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const comment = (input: Record<string, unknown>) =>
    wendy("POST pulls/1/comments", {
      path: "a.txt",
      line: 5,
      commit_id: scenario.head,
      body: "x",
      ...input,
    });
  expect((await comment({ line: 12 })).body).toMatchObject({
    message: "Validation Failed",
    errors: [
      {
        resource: "PullRequestReviewComment",
        code: "custom",
        field: "pull_request_review_thread.line",
        message: "pull_request_review_thread.line must be part of the diff",
      },
      { code: "missing_field", field: "pull_request_review_thread.diff_hunk" },
    ],
  });
  expect((await comment({ path: "none" })).body.errors[0]).toMatchObject({
    code: "invalid",
    field: "pull_request_review_thread.path",
  });
  expect((await comment({ commit_id: scenario.base })).body.errors[0].field).toBe("commit_id");
  expect((await comment({ body: "x".repeat(65_537) })).body.errors[0]).toMatchObject({
    field: "body",
    message: "body is too long (maximum is 65536 characters)",
  });
  expect((await comment({ body: "" })).body.errors[0].code).toBe("missing_field");
  await wendy("POST pulls/1/reviews", { body: "Pending" });
  expect((await comment({})).body.errors[0]).toMatchObject({
    resource: "PullRequestReview",
    field: "user_id",
  });
});

it("changes and deletes comments, and a thread with its last", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  await review(wendy, { comments: [{ path: "a.txt", line: 5, body: "One" }] });
  const [{ id }] = (await wendy("GET pulls/1/comments")).body;
  const url = `pulls/comments/${id}` as const;
  expect((await wendy(`PATCH ${url}`, { body: "Two" })).body.body).toBe("Two");
  expect((await wendy(`GET ${url}`)).body.body).toBe("Two");
  expect((await scenario.as("bystander")(`PATCH ${url}`, { body: "Three" })).status).toBe(403);
  expect((await scenario.as("bystander")(`DELETE ${url}`)).status).toBe(403);
  expect((await wendy(`DELETE ${url}`)).status).toBe(204);
  expect((await wendy(`GET ${url}`)).status).toBe(404);
  expect(
    scenario.sandbox.world.repositories.get("acme/shop")?.issues.get(1)?.pullRequest?.threads,
  ).toEqual([]);
});

it("carries threads along a push, and marks those outdated whose lines changed", async () => {
  await using scenario = await startRest();
  const alex = scenario.as("alex");
  await review(scenario.as("wendy"), {
    comments: [
      { path: "a.txt", line: 5, body: "Changed later" },
      { path: "a.txt", line: 21, start_line: 20, body: "Moves down" },
      { path: "a.txt", line: 30, side: "LEFT", body: "Stays" },
      { path: "new.txt", line: 1, body: "Goes" },
    ],
  });
  await push(alex, "a.txt", (lines) =>
    ["first", "second", ...lines].map((line) => (line === "LINE 5" ? "five" : line)),
  );
  const { sha } = (await alex("GET contents/new.txt?ref=change")).body;
  await alex("DELETE contents/new.txt", { message: "Delete", sha, branch: "change" });
  const comments = (await alex("GET pulls/1/comments")).body;
  expect(comments).toMatchObject([
    { line: null, original_line: 5, commit_id: scenario.head },
    { line: 23, start_line: 22, original_line: 21 },
    { line: 30, side: "LEFT" },
    { line: null, path: "new.txt" },
  ]);
  const head = (await alex("GET pulls/1")).body.head.sha;
  expect(comments[1].commit_id).toBe(head);
});

it("brings a thread back when its lines come back", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  await review(wendy, { comments: [{ path: "a.txt", line: 5, body: "x" }] });
  const line = async () => (await wendy("GET pulls/1/comments")).body[0].line;
  await push(wendy, "a.txt", (lines) => lines.filter((one) => one !== "LINE 5"));
  expect(await line()).toBeNull();
  await wendy("PATCH git/refs/heads/change", { sha: scenario.head, force: true });
  expect(await line()).toBe(5);
});

it("shows a comment on an older commit where its line is now", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  await push(wendy, "a.txt", (lines) => ["first", ...lines]);
  await review(wendy, {
    commit_id: scenario.head,
    comments: [{ path: "a.txt", line: 5, body: "x" }],
  });
  expect((await wendy("GET pulls/1/comments")).body[0]).toMatchObject({
    line: 6,
    original_line: 5,
    original_commit_id: scenario.head,
  });
});

it("closes a locked conversation to those who cannot write", async () => {
  await using scenario = await startRest();
  const { as } = scenario;
  const put = { lock_reason: "spam" };
  expect((await as("bystander")("PUT issues/1/lock", put)).status).toBe(404);
  expect((await as("wendy")("PUT issues/1/lock", put)).status).toBe(204);
  expect((await review(as("bystander"), {})).status).toBe(403);
  expect((await review(as("wendy"), {})).status).toBe(200);
  expect((await as("bystander")("POST issues/1/comments", { body: "x" })).body.message).toBe(
    "Unable to create comment because issue is locked.",
  );
  expect((await as("wendy")("DELETE issues/1/lock")).status).toBe(204);
  expect((await review(as("bystander"), {})).status).toBe(200);
});

async function push(
  send: Send,
  path: string,
  edit: (lines: readonly string[]) => readonly string[],
) {
  const { content, sha } = (await send(`GET contents/${path}?ref=change`)).body;
  const lines = Buffer.from(content, "base64").toString().trimEnd().split("\n");
  const changed = base64(text(edit(lines)));
  await send(`PUT contents/${path}`, { message: "Push", content: changed, sha, branch: "change" });
}
