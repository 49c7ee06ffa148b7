import type { PanelFinding } from "@swarm-actions/review";
import { expect, test } from "vitest";
import { changeOf } from "../../../test/support/change.ts";
import { failedMember, findWord, panelOf } from "../../../test/support/panel.ts";
import {
  carryOut,
  commentOf,
  conversationOf,
  headSha,
  member,
  otherBot,
  outsider,
  passDraft,
  publishSettingsOf,
  runReview,
} from "../../../test/support/publication.ts";
import { panelFindingOf, reportOf } from "../../../test/support/report.ts";
import { isEmpty } from "./outgoing.ts";
import { planPublication } from "./plan-publication.ts";
import { readPublished } from "./published/read-published.ts";

const lines = (...changed: readonly [number, string][]): string => {
  const all = Array.from({ length: 60 }, (_, at) => `line ${at + 1}`);
  for (const [at, text] of changed) all[at - 1] = text;
  return `${all.join("\n")}\n`;
};
const before = { "src/a.ts": lines() };
const changeWith = (...changed: readonly [number, string][]) =>
  changeOf(before, { "src/a.ts": lines(...changed) });

/** Objects to every line with `bad` in it. */
const critic = panelOf({
  name: "critic",
  says: findWord("bad", { severity: "high", rule: "critic/bad" }),
});
const one = changeWith([10, "bad one"]);
const two = changeWith([10, "bad one"], [50, "bad two"]);
const empty = conversationOf();
const next = "f".repeat(40);

test("a first review: one review on the head, one summary, one check", async () => {
  const { plan } = await runReview(empty, { change: two, panel: critic });
  expect(plan.review?.commitSha).toBe(headSha);
  expect(
    plan.review?.lines.map(({ path, side, line, startLine }) => [path, side, line, startLine]),
  ).toEqual([
    ["src/a.ts", "RIGHT", 10, null],
    ["src/a.ts", "RIGHT", 50, null],
  ]);
  expect(plan.summary.kind).toBe("create");
  expect(plan.check).toMatchObject({
    name: "pr-review",
    headSha,
    conclusion: "failure",
    updates: null,
  });
  expect(plan.check?.annotations).toHaveLength(2);
  expect(plan.resolve).toEqual([]);
});

test("a rerun writes nothing", async () => {
  const { after } = await runReview(empty, { change: two, panel: critic });
  const again = await runReview(after, { change: two, panel: critic });
  expect(isEmpty(again.plan)).toBe(true);
});

test("a rerun that looks at everything again writes nothing either", async () => {
  const settings = { maxComments: 1 };
  const { after } = await runReview(empty, { change: two, panel: critic, settings });
  const bare = {
    ...after,
    comments: after.comments.map((comment) => ({
      ...comment,
      body: comment.body.replace(/<!-- swarm-actions:state .*-->/, ""),
    })),
  };
  const again = await runReview(bare, { change: two, panel: critic, settings });
  expect(again.plan.review).toBeNull();
  expect(again.plan.summary.kind).toBe("keep");
});

test("a rerun where there was room for few comments goes on to say the same", async () => {
  const settings = { maxComments: 1 };
  const first = await runReview(empty, { change: two, panel: critic, settings });
  expect(first.plan.review?.lines).toHaveLength(1);
  const again = await runReview(first.after, { change: two, panel: critic, settings });
  expect(isEmpty(again.plan)).toBe(true);
});

test("a push that adds a fault adds one comment and brings the summary up to date", async () => {
  const { after } = await runReview(empty, { change: one, panel: critic });
  const { plan } = await runReview(after, { change: two, panel: critic, headSha: next });
  expect(plan.review?.lines.map(({ line }) => line)).toEqual([50]);
  expect(plan.summary).toMatchObject({ kind: "update", id: after.comments[0]?.id });
  expect(plan.check).toMatchObject({ headSha: next, updates: null });
});

test("a push of the fix resolves the thread, and the check succeeds", async () => {
  const { after } = await runReview(empty, { change: two, panel: critic });
  const { plan, after: fixed } = await runReview(after, {
    change: one,
    panel: critic,
    headSha: next,
  });
  expect(plan.review).toBeNull();
  expect(plan.resolve.map(({ nodeId }) => nodeId)).toEqual([after.threads[1]?.nodeId]);
  expect(plan.resolve[0]?.reason).toMatch(/^[0-9a-f]{8} in src\/a\.ts is gone/);
  const done = await runReview(fixed, {
    change: changeWith([10, "good"]),
    panel: critic,
    headSha: "e".repeat(40),
  });
  expect(done.plan.check?.conclusion).toBe("success");
  expect(done.plan.resolve).toHaveLength(1);
});

test("a rebase that only moves the lines says nothing twice and resolves nothing", async () => {
  const { after } = await runReview(empty, { change: two, panel: critic });
  const moved = changeOf(
    { "src/a.ts": `above\n${lines()}` },
    { "src/a.ts": `above\n${lines([10, "bad one"], [50, "bad two"])}` },
  );
  const { plan } = await runReview(after, { change: moved, panel: critic, headSha: next });
  expect(plan.review).toBeNull();
  expect(plan.resolve).toEqual([]);
});

test("a thread that the token may not resolve is left to people", async () => {
  const { after } = await runReview(empty, { change: one, panel: critic });
  const threads = after.threads.map((thread) => ({ ...thread, canResolve: false }));
  const fixed = { change: changeWith([10, "good"]), panel: critic, headSha: next };
  expect((await runReview({ ...after, threads }, fixed)).plan.resolve).toEqual([]);
});

test("a thread in which a person wrote is never resolved", async () => {
  const { after } = await runReview(empty, { change: one, panel: critic });
  const discussed = after.threads.map((thread) => ({
    ...thread,
    comments: [...thread.comments, commentOf({ author: outsider, body: "Why?" })],
  }));
  const fixed = { change: changeWith([10, "good"]), panel: critic, headSha: next };
  const { plan } = await runReview({ ...after, threads: discussed }, fixed);
  expect(plan.resolve).toEqual([]);
  const answeredByBot = after.threads.map((thread) => ({
    ...thread,
    comments: [...thread.comments, commentOf({ author: otherBot, body: "Noted." })],
  }));
  expect((await runReview({ ...after, threads: answeredByBot }, fixed)).plan.resolve).toHaveLength(
    1,
  );
});

test("a thread stays open while its lines are as they were, though nobody says it any more", async () => {
  const { after } = await runReview(empty, { change: one, panel: critic });
  const mute = panelOf({ name: "critic" });
  const { after: bare } = { after: { ...after, comments: [] } };
  const { plan } = await runReview(bare, { change: one, panel: mute });
  expect(plan.resolve).toEqual([]);
});

test("where not all was reviewed, that a finding is gone proves nothing", async () => {
  const { after } = await runReview(empty, { change: one, panel: critic });
  const lame = {
    review: async () => [...(await critic.review({ ...one, files: [] })), failedMember("other")],
  };
  const { plan } = await runReview(after, {
    change: changeWith([10, "good"]),
    panel: lame,
    headSha: next,
  });
  expect(plan.check?.conclusion).not.toBe("success");
  expect(plan.resolve).toEqual([]);
});

test("a finding that comes back is said anew once its thread was resolved", async () => {
  const first = await runReview(empty, { change: one, panel: critic });
  const fixed = await runReview(first.after, {
    change: changeWith([10, "good"]),
    panel: critic,
    headSha: next,
  });
  expect(fixed.plan.resolve).toHaveLength(1);
  const back = await runReview(fixed.after, {
    change: one,
    panel: critic,
    headSha: "e".repeat(40),
  });
  expect(back.plan.review?.lines).toHaveLength(1);
});

test("a thread that a person resolved is not opened again while its lines stay", async () => {
  const { after } = await runReview(empty, { change: one, panel: critic });
  const dismissed = {
    ...after,
    threads: after.threads.map((thread) => ({ ...thread, isResolved: true })),
  };
  const { plan } = await runReview(dismissed, { change: two, panel: critic, headSha: next });
  expect(plan.review?.lines.map(({ line }) => line)).toEqual([50]);
});

test("another review of the same repository has its own summary, threads and check", async () => {
  const settings = { key: "other", checkName: "other" };
  const { after } = await runReview(empty, { change: one, panel: critic });
  const other = await runReview(after, { change: one, panel: critic, settings });
  expect(other.plan.summary.kind).toBe("create");
  expect(other.plan.review?.lines).toHaveLength(1);
  const fixed = await runReview(after, {
    change: changeWith([10, "good"]),
    panel: critic,
    settings,
    headSha: next,
  });
  expect(fixed.plan.resolve).toEqual([]);
});

test("what somebody ignores is neither said nor counted, and stays in sight with who and why", async () => {
  const first = await runReview(empty, { change: one, panel: critic });
  const id = readPublished(first.after, "main").findings[0]?.fingerprints[0] ?? "";
  const ignored = [{ id, reason: "It is @meant so", by: "ada" }];
  const { plan, after } = await runReview(first.after, { change: one, panel: critic, ignored });
  expect(plan.check?.conclusion).toBe("success");
  expect(plan.check?.annotations).toEqual([]);
  const body = "body" in plan.summary ? plan.summary.body : "";
  expect(body).toContain("### Ignored: 1 finding");
  expect(body).toMatch(/critic\/bad`, by `ada`: It is `@meant` so/);
  expect(readPublished(after, "main").ignored).toEqual(ignored);
  const again = await runReview(after, { change: one, panel: critic });
  expect(isEmpty(again.plan)).toBe(true);
  const anew = await runReview(
    { ...after, threads: [] },
    { change: one, panel: critic, headSha: next },
  );
  expect(anew.plan.review).toBeNull();
});

test("the thread of what somebody ignores is resolved, once, unless a person wrote in it", async () => {
  const first = await runReview(empty, { change: two, panel: critic });
  const [finding] = readPublished(first.after, "main").findings;
  const ignored = [{ id: finding?.fingerprints[0] ?? "", reason: "Meant so", by: "ada" }];
  const ignoring = { change: two, panel: critic, ignored };
  const { plan, after } = await runReview(first.after, ignoring);
  expect(plan.resolve).toEqual([
    {
      nodeId: first.after.threads[0]?.nodeId,
      reason: expect.stringMatching(/^[0-9a-f]{8} in src\/a\.ts is ignored now$/),
    },
  ]);
  const reopened = after.threads.map((thread) => ({ ...thread, isResolved: false }));
  const again = await runReview({ ...after, threads: reopened }, ignoring);
  expect(again.plan.resolve).toEqual([]);

  const discussed = first.after.threads.map((thread) => ({
    ...thread,
    comments: [...thread.comments, commentOf({ author: outsider, body: "Why?" })],
  }));
  const left = await runReview({ ...first.after, threads: discussed }, ignoring);
  expect(left.plan.resolve).toEqual([]);
});

test("what a run of the fork handed over is never a success, resolves nothing, and carries for its like", async () => {
  const settings = { origin: "handed-over" } as const;
  const clean = changeWith([10, "good"]);
  const { after } = await runReview(empty, { change: one, panel: critic });
  const fork = await runReview(after, { change: clean, panel: critic, settings, headSha: next });
  expect(fork.plan.check?.conclusion).toBe("neutral");
  expect(fork.plan.resolve).toEqual([]);
  expect(readPublished(fork.after, "main", "handed-over").state).toMatchObject({ version: 1 });
  expect(readPublished(fork.after, "main").state).toMatchObject({ refused: expect.any(String) });
});

const reported = (findings: readonly PanelFinding[], overrides = {}) =>
  planPublication({
    conversation: empty,
    report: reportOf({ findings, ...overrides }, { change: one }),
    settings: publishSettingsOf(),
    ignored: [],
  });

test.each([
  ["clean", "clean", [], "success"],
  ["findings below the threshold", "findings", [panelFindingOf({ severity: "medium" })], "success"],
  ["findings at the threshold", "findings", [panelFindingOf({ severity: "high" })], "failure"],
  [
    "disputed findings only",
    "findings",
    [panelFindingOf({ severity: "high", standing: "disputed" })],
    "success",
  ],
  ["partly reviewed", "partial", [], "neutral"],
  ["partly reviewed, with findings", "partial", [panelFindingOf({ severity: "high" })], "failure"],
  ["not reviewed", "not-run", [], "failure"],
] as const)("a review that is %s", (_what, outcome, findings, conclusion) => {
  const reasons = [{ code: "hunks-missed", message: "Why." }] as const;
  expect(reported(findings, { outcome, reasons }).check?.conclusion).toBe(conclusion);
});

test("a check of the same head that says something else is brought up to date", async () => {
  const first = await runReview(empty, { change: one, panel: critic });
  const { plan } = await runReview(first.after, {
    change: one,
    panel: critic,
    settings: { failOn: null },
  });
  expect(plan.check).toMatchObject({ updates: first.after.checks[0]?.id, conclusion: "success" });
  const foreign = {
    id: 1,
    name: "pr-review",
    externalId: "x",
    status: "completed",
    conclusion: null,
  };
  const other = await runReview({ ...empty, checks: [foreign] }, { change: one, panel: critic });
  expect(other.plan.check?.updates).toBeNull();
});

test("the run's page is linked, and another run of the same review writes nothing for it", async () => {
  const settings = { runUrl: "https://github.com/octo/app/actions/runs/1" };
  const { plan, after } = await runReview(empty, { change: one, panel: critic, settings });
  expect("body" in plan.summary && plan.summary.body).toContain(`(${settings.runUrl})`);
  const again = { runUrl: "https://github.com/octo/app/actions/runs/2" };
  expect(
    isEmpty((await runReview(after, { change: one, panel: critic, settings: again })).plan),
  ).toBe(true);
});

test("a suggestion is offered on the very lines it replaces, and nothing in it ends its fence", async () => {
  const finding = panelFindingOf({
    place: { kind: "lines", path: "src/a.ts", side: "new", startLine: 10, endLine: 10 },
    suggestion: { startLine: 9, endLine: 11, replacement: "a\n```\n@b fixes #1\n\tc" },
  });
  const draft = reported([finding]);
  const plan = await passDraft(draft);
  expect(plan.review?.lines[0]).toMatchObject({ startLine: 9, line: 11, side: "RIGHT" });
  expect(plan.review?.lines[0]?.body).toContain(
    "\n````suggestion\na\n```\n@b fixes #1\n\tc\n````\n",
  );
});

test("a suggestion that would show a value that must not leave is not offered", () => {
  const value = ["super", "secret"].join("-");
  const finding = panelFindingOf({
    place: { kind: "lines", path: "src/a.ts", side: "new", startLine: 10, endLine: 10 },
    suggestion: { startLine: 10, endLine: 10, replacement: `key = ${value}` },
  });
  const report = reportOf(
    { findings: [finding] },
    { change: one, redact: (text) => text.replaceAll(value, "***") },
  );
  const draft = planPublication({
    conversation: empty,
    report,
    settings: publishSettingsOf(),
    ignored: [],
  });
  expect(JSON.stringify(draft)).not.toContain("suggestion\\n");
  expect(JSON.stringify(draft)).not.toContain(value);
});

test("a review of many findings, agents and unread parts stays below what GitHub takes", async () => {
  const findings = Array.from({ length: 2000 }, (_, at) =>
    panelFindingOf({
      message: `${"word ".repeat(200)}${at}`,
      fingerprint: at.toString(16).padStart(16, "0"),
      place: {
        kind: "lines",
        path: `src/${"deep/".repeat(20)}${at}.ts`,
        side: "new",
        startLine: 1,
        endLine: 1,
      },
    }),
  );
  const plan = await passDraft(reported(findings));
  const body = "body" in plan.summary ? plan.summary.body : "";
  expect(body.length).toBeLessThan(60_000);
  expect(body).toMatch(/And [\d,]+ findings more in the report\./);
  const after = carryOut(empty, plan);
  expect(readPublished(after, "main").state).toMatchObject({ version: 1 });
  expect(readPublished(after, "main").findings.length).toBeGreaterThan(20);
});

test.each([
  ["an outsider", outsider, "create"],
  ["a member", member, "update"],
  ["another bot", otherBot, "update"],
])("a summary written by %s", async (_who, author, kind) => {
  const { after } = await runReview(empty, { change: one, panel: critic });
  const comments = after.comments.map((comment) => ({ ...comment, author }));
  const { plan } = await runReview(
    { ...after, comments },
    { change: two, panel: critic, headSha: next },
  );
  expect(plan.summary.kind).toBe(kind);
});
