import { expect, it } from "vitest";
import { startRest } from "./rest-scenario.ts";

interface Named {
  readonly name: string;
  readonly full_name: string;
  readonly path: string;
  readonly type: string;
  readonly sha: string;
  readonly number: number;
}

const base64 = (content: string): string => Buffer.from(content).toString("base64");

it("shows repositories, and none that must not be seen", async () => {
  await using scenario = await startRest();
  const olga = scenario.as("olga");
  const alex = scenario.as("alex");

  expect((await olga("GET ")).body).toMatchObject({
    full_name: "acme/shop",
    default_branch: "main",
    permissions: { admin: true },
    organization: { login: "acme" },
  });
  expect((await alex("GET /repos/alex/shop")).body.parent.full_name).toBe("acme/shop");
  expect((await alex("GET /repos/acme/vault")).status).toBe(404);
  expect((await alex("GET /orgs/acme/repos")).body).toHaveLength(1);
  expect((await olga("GET /orgs/acme/repos")).body).toHaveLength(2);
  expect((await alex("GET /users/alex/repos")).body[0].fork).toBe(true);
  expect((await alex("GET /user/repos")).body.map((one: Named) => one.full_name)).toEqual([
    "acme/shop",
    "alex/shop",
  ]);
});

it("shows users, and refuses `GET /user` to what is no user", async () => {
  await using scenario = await startRest();
  expect((await scenario.as("wendy")("GET /user")).body.login).toBe("wendy");
  expect((await scenario.as("wendy")("GET /users/alex")).body).toMatchObject({ public_repos: 1 });
  expect((await scenario.as("wendy")("GET /users/nobody")).status).toBe(404);
  expect((await scenario.as("job")("GET /user")).status).toBe(403);
  expect((await scenario.as("app")("GET /user")).status).toBe(403);
});

it("tells what people may do", async () => {
  await using scenario = await startRest();
  const ask = async (login: string) => {
    const { body } = await scenario.as("olga")(`GET collaborators/${login}/permission`);
    return [body.permission, body.role_name];
  };
  expect(await ask("olga")).toEqual(["admin", "admin"]);
  expect(await ask("wendy")).toEqual(["write", "write"]);
  expect(await ask("bystander")).toEqual(["read", "read"]);
  expect((await scenario.as("olga")("GET collaborators/nobody/permission")).status).toBe(404);
});

it("lists and shows branches and refs", async () => {
  await using scenario = await startRest();
  const ask = scenario.as("job-that-reads");
  const branches = (await ask("GET branches")).body;
  expect(branches.map(({ name }: Named) => name)).toEqual(["change", "main"]);
  expect((await ask("GET branches/main")).body.commit.sha).toBe(scenario.base);
  expect((await ask("GET branches/none")).status).toBe(404);
  expect((await ask("GET git/ref/heads/main")).body.object.sha).toBe(scenario.base);
  expect((await ask("GET git/ref/heads/mai")).status).toBe(404);
  expect((await ask("GET git/matching-refs/heads/ma")).body).toHaveLength(1);
});

it("makes, moves and deletes refs, and keeps history unless forced", async () => {
  await using scenario = await startRest();
  const { as, base, head } = scenario;
  const write = as("wendy");
  const made = await write("POST git/refs", { ref: "refs/heads/topic", sha: head });
  expect(made.status).toBe(201);
  expect((await write("POST git/refs", { ref: "refs/heads/topic", sha: head })).body.message).toBe(
    "Reference already exists",
  );
  expect((await write("POST git/refs", { ref: "refs/heads/x", sha: "0".repeat(40) })).status).toBe(
    422,
  );
  expect((await write("POST git/refs", { ref: "topic", sha: head })).status).toBe(422);
  expect((await write("PATCH git/refs/heads/topic", { sha: base })).body.message).toBe(
    "Update is not a fast forward",
  );
  expect((await write("PATCH git/refs/heads/topic", { sha: base, force: true })).status).toBe(200);
  expect((await write("DELETE git/refs/heads/topic")).status).toBe(204);
  expect((await write("DELETE git/refs/heads/topic")).status).toBe(422);
  expect((await as("bystander")("POST git/refs", { ref: "refs/heads/y", sha: head })).status).toBe(
    404,
  );
  expect(
    (await as("job-that-reads")("POST git/refs", { ref: "refs/heads/y", sha: head })).status,
  ).toBe(403);
  const names = scenario.sandbox.events.map(({ name }) => name);
  expect(names.filter((name) => ["create", "delete", "push"].includes(name))).toEqual([
    "push",
    "create",
    "push",
    "push",
    "delete",
  ]);
});

it("makes a commit from blobs and trees", async () => {
  await using scenario = await startRest();
  const { as, base } = scenario;
  const write = as("wendy");
  const blob = (await write("POST git/blobs", { content: base64("hi\n"), encoding: "base64" })).body
    .sha;
  expect((await write(`GET git/blobs/${blob}`)).body).toMatchObject({
    size: 3,
    encoding: "base64",
  });
  expect(
    (await write(`GET git/blobs/${blob}`, undefined, { accept: "application/vnd.github.raw" }))
      .body,
  ).toBe("hi\n");
  const tree = await write("POST git/trees", {
    base_tree: base,
    tree: [
      { path: "deep/hi.txt", mode: "100644", type: "blob", sha: blob },
      { path: "said.txt", mode: "100644", type: "blob", content: "said" },
      { path: "old.txt", mode: "100644", type: "blob", sha: null },
    ],
  });
  expect(tree.status).toBe(201);
  const all = (await write(`GET git/trees/${tree.body.sha}?recursive=1`)).body;
  expect(all.tree.map(({ path }: Named) => path)).toEqual([
    "a.txt",
    "deep",
    "deep/hi.txt",
    "docs",
    "docs/b.md",
    "said.txt",
  ]);
  const commit = await write("POST git/commits", {
    message: "By hand",
    tree: tree.body.sha,
    parents: [base],
    author: { name: "Ann", email: "ann@example.com", date: "2026-01-02T03:04:05Z" },
  });
  expect(commit.status).toBe(201);
  expect((await write(`GET git/commits/${commit.body.sha}`)).body.author).toEqual({
    name: "Ann",
    email: "ann@example.com",
    date: "2026-01-02T03:04:05Z",
  });
  expect((await write(`GET git/commits/${tree.body.sha}`)).status).toBe(404);
  expect((await write("POST git/commits", { message: "x", tree: base })).status).toBe(422);
  expect(
    (await write("POST git/trees", { tree: [{ path: "../x", mode: "100644", content: "" }] }))
      .status,
  ).toBe(422);
  expect((await write(`GET git/trees/${"0".repeat(40)}`)).status).toBe(404);
});

it("reads and writes files", async () => {
  await using scenario = await startRest();
  const write = scenario.as("wendy");
  const read = (await write("GET contents/a.txt?ref=change")).body;
  expect(Buffer.from(read.content, "base64").toString()).toContain("LINE 5");
  expect(
    (await write("GET contents/a.txt", undefined, { accept: "application/vnd.github.raw+json" }))
      .body,
  ).toContain("line 5");
  expect((await write("GET contents/docs")).body.map(({ path }: Named) => path)).toEqual([
    "docs/b.md",
  ]);
  expect((await write("GET contents/")).body.map(({ type }: Named) => type)).toEqual([
    "file",
    "dir",
    "file",
  ]);
  expect((await write("GET contents/none.txt")).status).toBe(404);
  expect((await write("GET contents/a.txt?ref=none")).status).toBe(404);

  const made = await write("PUT contents/dir/n%20w.txt", {
    message: "Add",
    content: base64("1\n"),
  });
  expect(made.status).toBe(201);
  const { sha } = made.body.content;
  expect((await write("PUT contents/dir/n%20w.txt", { message: "x", content: "" })).status).toBe(
    422,
  );
  const other = { message: "x", content: "", sha: "0".repeat(40) };
  expect((await write("PUT contents/dir/n%20w.txt", other)).status).toBe(409);
  const changed = await write("PUT contents/dir/n%20w.txt", {
    message: "x",
    content: base64("2\n"),
    sha,
  });
  expect(changed.status).toBe(200);
  const gone = await write("DELETE contents/dir/n%20w.txt", {
    message: "x",
    sha: changed.body.content.sha,
  });
  expect(gone.body.content).toBeNull();
  expect((await write("GET contents/dir/n%20w.txt")).status).toBe(404);
  const pushes = scenario.sandbox.events.filter(({ name }) => name === "push");
  expect(pushes.map(({ payload }) => payload.ref)).toEqual(Array(3).fill("refs/heads/main"));
});

it("lists, shows and compares commits", async () => {
  await using scenario = await startRest();
  const { as, base, head } = scenario;
  const ask = as("job-that-reads");
  expect((await ask("GET commits?sha=change")).body.map(({ sha }: Named) => sha)).toEqual([
    head,
    base,
  ]);
  expect((await ask("GET commits?sha=change&path=new.txt")).body).toHaveLength(1);
  const commit = (await ask(`GET commits/${head}`)).body;
  expect(commit).toMatchObject({
    author: { login: "alex" },
    stats: { additions: 3, deletions: 3 },
  });
  expect(
    (await ask("GET commits/change", undefined, { accept: "application/vnd.github.sha" })).body,
  ).toBe(head);
  expect(
    (await ask("GET commits/change", undefined, { accept: "application/vnd.github.diff" })).body,
  ).toContain("+LINE 5");
  expect(
    (await ask("GET commits/change", undefined, { accept: "application/vnd.github.patch" })).body,
  ).toContain("Subject: [PATCH] Change");
  expect((await ask("GET commits/none")).status).toBe(422);
  expect((await ask("GET compare/main...change")).body).toMatchObject({
    status: "ahead",
    ahead_by: 1,
    behind_by: 0,
    merge_base_commit: { sha: base },
    files: [
      { filename: "a.txt" },
      { filename: "docs/b.md", status: "removed" },
      { filename: "new.txt", status: "added" },
    ],
  });
  expect((await ask("GET compare/main...alex:main")).body.status).toBe("identical");
  expect((await ask("GET compare/main...none")).status).toBe(404);
  expect(
    (
      await ask("GET compare/main...change", undefined, {
        accept: "application/vnd.github.diff",
      })
    ).body,
  ).toContain("+LINE 5");
  expect((await ask(`GET commits/${head}/pulls`)).body.map(({ number }: Named) => number)).toEqual([
    1,
  ]);
  expect((await ask(`GET commits/${base}/pulls`)).body).toEqual([]);
});
