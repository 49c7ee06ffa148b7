import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnvironment } from "../environment.ts";
import { readDefaultBranch } from "./default-branch.ts";
import type { ActionEvent } from "./event.ts";
import { readEvent } from "./read-event.ts";

const sha = "a".repeat(40);

async function read(name: string, payload: unknown): Promise<ActionEvent> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "event-"));
  const file = join(folder.path, "event.json");
  await writeFile(file, typeof payload === "string" ? payload : JSON.stringify(payload));
  const variables = {
    GITHUB_REPOSITORY: "octo/app",
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: file,
  };
  return readEvent(readEnvironment(variables));
}

function opened(headRepository: string | null) {
  const repo = headRepository === null ? null : { full_name: headRepository };
  const base = { sha, repo: { full_name: "octo/app" } };
  return { action: "opened", pull_request: { number: 7, head: { sha, repo }, base } };
}

test.each([
  ["octo/app", false],
  ["someone/app", true],
  [null, true],
])("a pull request from %s", async (headRepository, isFork) => {
  expect(await read("pull_request", opened(headRepository))).toEqual({
    name: "pull_request",
    action: "opened",
    number: 7,
    headSha: sha,
    baseSha: sha,
    isFork,
  });
});

test("a comment, and whether it stands on a pull request", async () => {
  const comment = { id: 3, node_id: "IC_3", body: "/swarm help", user: null };
  const payload = { action: "created", issue: { number: 7, pull_request: {} }, comment };
  expect(await read("issue_comment", payload)).toEqual({
    name: "issue_comment",
    action: "created",
    number: 7,
    isPullRequest: true,
    comment: { id: 3, nodeId: "IC_3", body: "/swarm help", author: "ghost", isBot: false },
  });
  const plain = { ...payload, issue: { number: 7 } };
  expect(await read("issue_comment", plain)).toMatchObject({ isPullRequest: false });
});

test("a run that ended", async () => {
  const payload = { action: "completed", workflow_run: { id: 99, head_sha: "whatever" } };
  expect(await read("workflow_run", payload)).toEqual({
    name: "workflow_run",
    action: "completed",
    runId: 99,
  });
});

test.each(["push", "toString", "__proto__", ""])("%j is any other event", async (name) => {
  expect(await read(name, "{}")).toEqual({ name: "other", event: name });
});

test.each([
  ["not JSON", "pull_request", "{", /not JSON/],
  [
    "a number that is none",
    "pull_request",
    { ...opened(null), pull_request: { number: -1 } },
    /number/,
  ],
  ["a commit that is none", "workflow_run", { action: "x", workflow_run: { id: "1; rm" } }, /id/],
])("%s is refused", async (_title, name, payload, message) => {
  await expect(read(name, payload)).rejects.toThrow(message);
});

test("a payload that is not there", () => {
  const variables = { GITHUB_REPOSITORY: "o/r", GITHUB_EVENT_NAME: "pull_request" };
  expect(() => readEvent(readEnvironment(variables))).toThrow(/no payload/);
});

test.each([
  [{ repository: { default_branch: "trunk" } }, "trunk"],
  [{ repository: {} }, null],
  ["[]", null],
])("the default branch is the one of the event: %o", async (payload, branch) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "event-"));
  const file = join(folder.path, "event.json");
  await writeFile(file, typeof payload === "string" ? payload : JSON.stringify(payload));
  const variables = { GITHUB_REPOSITORY: "octo/app", GITHUB_EVENT_PATH: file };
  expect(readDefaultBranch(readEnvironment(variables))).toBe(branch);
  expect(readDefaultBranch(readEnvironment({ GITHUB_REPOSITORY: "octo/app" }))).toBe(null);
});
