import { expect, it } from "vitest";
import { numbers, type Send, startRest, text } from "./rest-scenario.ts";

const base64 = (content: string): string => Buffer.from(content).toString("base64");
const diff = { accept: "application/vnd.github.diff" };

interface Shown {
  readonly number: number;
  readonly filename: string;
  readonly status: string;
  readonly sha: string;
}

it("shows a pull request with what git knows of it", async () => {
  await using scenario = await startRest();
  const { body } = await scenario.as("job-that-reads")("GET pulls/1");
  expect(body).toMatchObject({
    number: 1,
    state: "open",
    mergeable: true,
    mergeable_state: "clean",
    commits: 1,
    additions: 3,
    deletions: 3,
    changed_files: 3,
    head: { ref: "change", label: "acme:change" },
    base: { ref: "main" },
    labels: [{ name: "bug" }],
    author_association: "MEMBER",
  });
  expect(body.url.startsWith(scenario.sandbox.url)).toBe(true);
  expect((await scenario.as("olga")("GET pulls/2")).status).toBe(404);
});

it("shows it as a diff and as patches", async () => {
  await using scenario = await startRest();
  const ask = scenario.as("job-that-reads");
  expect((await ask("GET pulls/1", undefined, diff)).body).toMatch(/^diff --git a\/a\.txt/);
  const patch = await ask("GET pulls/1", undefined, { accept: "application/vnd.github.v3.patch" });
  expect(patch.body).toContain("Subject: [PATCH] Change");
  expect(patch.headers.get("content-type")).toContain("application/vnd.github.v3.patch");
});

it("lists its files with the hunks that git prints", async () => {
  await using scenario = await startRest();
  const { body } = await scenario.as("job-that-reads")("GET pulls/1/files");
  expect(body).toMatchObject([
    { filename: "a.txt", status: "modified", additions: 2, deletions: 2, changes: 4 },
    { filename: "docs/b.md", status: "removed", patch: "@@ -1 +0,0 @@\n-# B" },
    { filename: "new.txt", status: "added", patch: "@@ -0,0 +1 @@\n+x" },
  ]);
  expect(body[0].patch).toMatch(/^@@ -2,7 \+2,7 @@/);
  expect(body[0].patch.endsWith("\n")).toBe(false);
});

it("lists renames, binaries, modes and files too large for a patch", async () => {
  await using scenario = await startRest();
  const write = scenario.as("wendy");
  const blob = (content: string) =>
    write("POST git/blobs", { content: base64(content), encoding: "base64" }).then(
      ({ body }) => body.sha,
    );
  const mode = "100644";
  const tree = await write("POST git/trees", {
    base_tree: scenario.base,
    tree: [
      { path: "old.txt", mode, sha: null },
      { path: "moved.txt", mode, sha: await blob("old\nwords\nhere\n") },
      { path: "image.bin", mode, sha: await blob("\0\0\0") },
      { path: "big.txt", mode, sha: await blob(text(numbers(4_000))) },
      { path: "docs/b.md", mode: "100755", sha: await blob("# B\n") },
    ],
  });
  const commit = await write("POST git/commits", {
    message: "All kinds",
    tree: tree.body.sha,
    parents: [scenario.base],
  });
  await write("POST git/refs", { ref: "refs/heads/kinds", sha: commit.body.sha });
  const made = await write("POST pulls", { title: "All kinds", head: "kinds", base: "main" });
  expect(made.status).toBe(201);
  const { body } = await write(`GET pulls/${made.body.number}/files`);
  expect(body).toMatchObject([
    { filename: "big.txt", additions: 4_000, status: "added" },
    { filename: "docs/b.md", status: "changed", changes: 0 },
    { filename: "image.bin", status: "added", changes: 0 },
    { filename: "moved.txt", status: "renamed", previous_filename: "old.txt" },
  ]);
  expect(body.filter((file: object) => "patch" in file)).toEqual([]);
});

it("opens one from a branch and from a fork, and refuses what GitHub refuses", async () => {
  await using scenario = await startRest();
  const alex = scenario.as("alex");
  const refuse = async (body: Record<string, unknown>): Promise<string> => {
    const { status, body: answer } = await alex("POST pulls", {
      base: "main",
      title: "x",
      ...body,
    });
    expect(status).toBe(422);
    return answer.errors[0].message ?? `${answer.errors[0].field} ${answer.errors[0].code}`;
  };
  expect(await refuse({ head: "none" })).toBe("head invalid");
  expect(await refuse({ head: "main" })).toBe("No commits between main and main");
  expect(await refuse({ head: "change", base: "none" })).toBe("base invalid");
  expect(await refuse({ head: "change" })).toBe("A pull request already exists for acme:change.");
  expect(await refuse({ head: "change", title: " " })).toBe("title missing_field");
  expect(await refuse({ head: "nobody:main" })).toBe("head invalid");
  expect(await refuse({ head: "change", body: "x".repeat(65_537) })).toContain("too long");

  const added = { message: "From the fork", content: base64("f\n"), branch: "main" };
  await alex("PUT /repos/alex/shop/contents/f.txt", added);
  const made = await alex("POST pulls", {
    title: "Fork",
    head: "alex:main",
    base: "main",
    draft: true,
  });
  expect(made.body).toMatchObject({
    number: 3,
    draft: true,
    head: { label: "alex:main", repo: { fork: true } },
    changed_files: 1,
  });
  expect((await alex("GET pulls?head=alex:main")).body).toHaveLength(1);
  expect((await alex("GET pulls?base=none")).body).toHaveLength(0);
  expect((await alex("GET pulls?state=all")).body.map(({ number }: Shown) => number)).toEqual([
    3, 1,
  ]);
  expect(
    (
      await scenario.as("job-that-reads")("POST pulls", {
        title: "x",
        head: "change",
        base: "main",
      })
    ).status,
  ).toBe(403);
});

it("changes, closes and opens it again", async () => {
  await using scenario = await startRest();
  const alex = scenario.as("alex");
  expect((await alex("PATCH pulls/1", { title: "Better", body: "" })).body).toMatchObject({
    title: "Better",
    body: "",
  });
  expect((await alex("PATCH pulls/1", { state: "closed" })).body.state).toBe("closed");
  expect((await alex("PATCH pulls/1", { state: "open" })).body.state).toBe("open");
  expect((await alex("PATCH pulls/1", { base: "none" })).status).toBe(422);
  expect((await scenario.as("bystander")("PATCH pulls/1", { title: "x" })).status).toBe(403);
  const actions = scenario.sandbox.events.map(({ name, payload }) => `${name} ${payload.action}`);
  expect(actions).toEqual(["pull_request edited", "pull_request closed", "pull_request reopened"]);
});

it("becomes a draft, which is not merged, and ready again", async () => {
  await using scenario = await startRest();
  const { as, sandbox } = scenario;
  const id = (await as("alex")("GET pulls/1")).body.node_id;
  const change = async (token: string, name: string, input: string) => {
    const query = `mutation ($input: ${input}!) { ${name}(input: $input) { pullRequest { isDraft } } }`;
    const variables = { input: { pullRequestId: id } };
    return (await as(token)("POST /graphql", { query, variables })).body;
  };
  const toDraft = ["convertPullRequestToDraft", "ConvertPullRequestToDraftInput"] as const;
  expect((await change("bystander", ...toDraft)).errors[0].type).toBe("FORBIDDEN");
  expect((await change("alex", ...toDraft)).data).toEqual({
    convertPullRequestToDraft: { pullRequest: { isDraft: true } },
  });
  expect((await as("wendy")("PUT pulls/1/merge", {})).body.message).toBe(
    "Pull Request is still a draft",
  );
  await change("wendy", "markPullRequestReadyForReview", "MarkPullRequestReadyForReviewInput");
  expect((await as("alex")("GET pulls/1")).body.draft).toBe(false);
  expect(sandbox.events.map(({ payload }) => payload.action)).toEqual([
    "converted_to_draft",
    "ready_for_review",
  ]);
});

it("tells of a push to it", async () => {
  await using scenario = await startRest();
  const alex = scenario.as("alex");
  const added = { message: "More", content: base64("m\n"), branch: "change" };
  const { sha } = (await alex("PUT contents/more.txt", added)).body.commit;
  expect((await alex("GET pulls/1")).body).toMatchObject({ head: { sha }, commits: 2 });
  const commits = (await alex("GET pulls/1/commits")).body;
  expect(commits.map((commit: Shown) => commit.sha)).toEqual([scenario.head, sha]);
  const event = scenario.sandbox.events.find(({ payload }) => payload.action === "synchronize");
  expect(event?.payload).toMatchObject({ before: scenario.head, after: sha, number: 1 });
});

it.each(["merge", "squash", "rebase"] as const)("merges by %s", async (merge_method) => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  expect((await wendy("GET pulls/1/merge")).status).toBe(404);
  expect((await wendy("PUT pulls/1/merge", { sha: scenario.base })).status).toBe(409);
  const merged = await wendy("PUT pulls/1/merge", { merge_method, sha: scenario.head });
  expect(merged.body).toMatchObject({ merged: true });
  expect((await wendy("GET pulls/1/merge")).status).toBe(204);
  expect((await wendy("GET pulls/1")).body).toMatchObject({
    state: "closed",
    merged: true,
    merged_by: { login: "wendy" },
    merge_commit_sha: merged.body.sha,
  });
  expect((await wendy("GET branches/main")).body.commit.sha).toBe(merged.body.sha);
  expect((await wendy("GET contents/new.txt")).status).toBe(200);
  expect((await wendy("PUT pulls/1/merge", {})).status).toBe(405);
});

it("does not merge what conflicts", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const { sha } = (await wendy("GET contents/a.txt")).body;
  await wendy("PUT contents/a.txt", { message: "Other", content: base64("other\n"), sha });
  expect((await wendy("GET pulls/1")).body).toMatchObject({
    mergeable: false,
    mergeable_state: "dirty",
  });
  for (const merge_method of ["merge", "rebase"]) {
    expect((await wendy("PUT pulls/1/merge", { merge_method })).status).toBe(405);
  }
});

it("lists 3,000 files of a larger one, and no diff of it", async () => {
  await using scenario = await startRest();
  const write = scenario.as("wendy");
  const tree = await write("POST git/trees", {
    base_tree: scenario.base,
    tree: await manyFiles(write),
  });
  const commit = await write("POST git/commits", {
    message: "Many",
    tree: tree.body.sha,
    parents: [scenario.base],
  });
  await write("POST git/refs", { ref: "refs/heads/many", sha: commit.body.sha });
  const { body } = await write("POST pulls", { title: "Many", head: "many", base: "main" });
  expect(body.changed_files).toBe(3_001);
  const started = performance.now();
  const last = await write(`GET pulls/${body.number}/files?per_page=100&page=30`);
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(last.body).toHaveLength(100);
  expect(last.headers.get("link")).not.toContain('rel="next"');
  const refused = await write(`GET pulls/${body.number}`, undefined, diff);
  expect(refused.status).toBe(406);
  expect(refused.body.errors).toEqual([
    { resource: "PullRequest", field: "diff", code: "too_large" },
  ]);
});

async function manyFiles(write: Send) {
  const { sha } = (await write("POST git/blobs", { content: "x\n" })).body;
  return Array.from({ length: 3_001 }, (_, index) => ({
    path: `many/${index}.txt`,
    mode: "100644",
    type: "blob",
    sha,
  }));
}
