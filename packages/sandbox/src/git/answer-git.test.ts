import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import type { Sandbox } from "../sandbox.ts";
import type { SeedInput } from "../seed/schema.ts";
import { startSandbox } from "../start-sandbox.ts";

const run = promisify(execFile);

const seed: SeedInput = {
  users: [{ login: "ada" }, { login: "bob" }],
  organizations: [{ login: "acme" }],
  repositories: [
    {
      owner: "acme",
      name: "shop",
      collaborators: { ada: "write", bob: "read" },
      branches: [
        { name: "main", commits: [{ files: { "a.txt": "one\n", "ü b.txt": "two\n" } }] },
        { name: "topic", commits: [{ files: { "a.txt": "one\nmore\n" } }] },
      ],
      "pull-requests": [{ title: "More", head: "topic", author: "ada" }],
    },
    {
      owner: "acme",
      name: "vault",
      private: true,
      collaborators: { ada: "read" },
      branches: [{ name: "main", commits: [{ files: { "secret.txt": "hush\n" } }] }],
    },
    { owner: "bob", name: "shop", "fork-of": "acme/shop" },
  ],
  tokens: [
    { kind: "user", login: "ada", value: "of-ada" },
    { kind: "user", login: "bob", value: "of-bob" },
    { kind: "job", repository: "acme/shop", permissions: { contents: "read" }, value: "of-job" },
  ],
};

test("a public repository is cloned without a credential, with names as they are", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop");
  const { stdout } = await git(clone, "-c", "core.quotePath=false", "ls-files");
  expect(stdout.split("\n")).toEqual(["a.txt", "ü b.txt", ""]);
});

test("a push fires `push` and `synchronize`, and moves the pull request's head", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop", "of-ada");
  await commit(clone, "topic", "a.txt", "one\nmore\nand more\n");
  await git(clone, "push", "--quiet", "origin", "topic");
  const { stdout } = await git(clone, "rev-parse", "HEAD");
  const pull = sandbox.world.repositories.get("acme/shop")?.issues.get(1)?.pullRequest;
  expect(pull?.head.sha).toBe(stdout.trim());
  expect(sandbox.events.map(({ name, payload }) => [name, payload.action])).toEqual([
    ["push", undefined],
    ["pull_request", "synchronize"],
  ]);
  expect(sandbox.events[0]?.payload).toMatchObject({
    ref: "refs/heads/topic",
    after: stdout.trim(),
    forced: false,
    pusher: { name: "ada" },
    sender: { login: "ada" },
  });
  const remote = await git(clone, "ls-remote", "origin", "refs/pull/1/head");
  expect(remote.stdout).toContain(stdout.trim());
});

test("a force-push says so", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop", "of-ada");
  await git(clone, "checkout", "--quiet", "topic");
  await commit(clone, "topic", "a.txt", "other\n", "--amend");
  await git(clone, "push", "--quiet", "--force", "origin", "topic");
  expect(sandbox.events[0]?.payload).toMatchObject({ forced: true });
});

test("a fork's head can be fetched from the repository that the pull request goes to", async () => {
  await using sandbox = await startSandbox({
    seed: {
      ...seed,
      repositories: (seed.repositories ?? []).map((one) =>
        one.owner === "bob"
          ? { ...one, branches: [{ name: "mine", commits: [{ files: { "b.txt": "b\n" } }] }] }
          : one.name === "shop"
            ? { ...one, "pull-requests": [{ title: "Mine", head: "bob:mine", author: "bob" }] }
            : one,
      ),
    },
  });
  const fork = await cloneOf(sandbox, "bob/shop", "of-bob");
  await commit(fork, "mine", "b.txt", "bb\n");
  await git(fork, "push", "--quiet", "origin", "mine");
  const clone = await cloneOf(sandbox, "acme/shop");
  await git(clone, "fetch", "--quiet", "origin", "pull/1/head");
  const fetched = await git(clone, "rev-parse", "FETCH_HEAD");
  expect(fetched.stdout).toBe((await git(fork, "rev-parse", "HEAD")).stdout);
  const synchronize = sandbox.events.find(({ name }) => name === "pull_request");
  expect(synchronize?.repository.owner.login).toBe("acme");
});

test("a push of over a megabyte comes in chunks and arrives", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop", "of-ada");
  const noise = randomBytes(1_500_000).toString("base64");
  await commit(clone, "large", "noise.txt", noise);
  await git(clone, "push", "--quiet", "origin", "large");
  const size = await run("git", [
    "--git-dir",
    sandbox.world.repositories.get("acme/shop")?.gitDirectory ?? "",
    "cat-file",
    "-s",
    "large:noise.txt",
  ]);
  expect(size.stdout.trim()).toBe("2000000");
  expect(
    sandbox.exchanges.some(
      ({ requestHeaders }) => requestHeaders["transfer-encoding"] === "chunked",
    ),
  ).toBe(true);
});

test("blobs may be left out of a clone", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop", null, "--filter=blob:none", "--no-checkout");
  const { stdout } = await git(clone, "rev-list", "--objects", "--missing=print", "HEAD");
  expect(stdout.match(/^\?/gm)).toHaveLength(2);
});

test("a commit is fetched by its id", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop", null, "--single-branch");
  const pull = sandbox.world.repositories.get("acme/shop")?.issues.get(1)?.pullRequest;
  const head = pull?.head.sha ?? "";
  await expect(git(clone, "cat-file", "-e", head)).rejects.toThrow();
  await git(clone, "fetch", "--quiet", "--depth=1", "origin", head);
  await git(clone, "cat-file", "-e", head);
});

test("pull requests' refs cannot be pushed to", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop", "of-ada");
  await expect(git(clone, "push", "origin", "HEAD:refs/pull/9/head")).rejects.toThrow(/hidden ref/);
  expect(sandbox.events).toEqual([]);
});

test.each([
  ["nobody, to a public one", "acme/shop", null, /Authentication required|could not read Username/],
  [
    "someone who may only read it",
    "acme/shop",
    "of-bob",
    /Permission to acme\/shop.git denied to bob/,
  ],
  [
    "a job whose contents are for reading",
    "acme/shop",
    "of-job",
    /denied to github-actions\[bot\]/,
  ],
])("a push is refused for %s", async (_who, name, token, message) => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, name, token);
  await commit(clone, "topic", "a.txt", "x\n");
  await expect(git(clone, "push", "origin", "topic")).rejects.toThrow(message);
});

test.each([
  ["without a credential it asks for one", null, /could not read Username|Authentication failed/],
  ["to someone who must not know of it, it is not there", "of-bob", /not found/],
  ["a wrong credential is refused", "of-nobody", /Authentication failed|Bad credentials/],
])("a private repository: %s", async (_what, token, message) => {
  await using sandbox = await startSandbox({ seed });
  await expect(cloneOf(sandbox, "acme/vault", token)).rejects.toThrow(message);
});

test("a private repository is cloned by who may read it", async () => {
  await using sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/vault", "of-ada");
  expect((await git(clone, "ls-files")).stdout).toBe("secret.txt\n");
});

test("a header works as well as a name and password", async () => {
  await using sandbox = await startSandbox({ seed });
  const basic = Buffer.from("x-access-token:of-ada").toString("base64");
  const header = `http.extraHeader=AUTHORIZATION: basic ${basic}`;
  const { stdout } = await run(
    "git",
    ["-c", header, "ls-remote", `${sandbox.url}/acme/vault`],
    quiet(),
  );
  expect(stdout).toContain("refs/heads/main");
});

test("requests may be compressed", async () => {
  await using sandbox = await startSandbox({
    seed: {
      users: [{ login: "ada" }],
      repositories: [
        {
          owner: "ada",
          name: "many",
          branches: Array.from({ length: 80 }, (_, index) => ({
            name: `b${index}`,
            commits: [{ files: { "a.txt": `${index}` } }],
          })),
        },
      ],
    },
  });
  await cloneOf(sandbox, "ada/many");
  expect(
    sandbox.exchanges.some(({ requestHeaders }) => requestHeaders["content-encoding"] === "gzip"),
  ).toBe(true);
});

test("a sandbox that ends takes along what git was doing for it", async () => {
  const sandbox = await startSandbox({ seed });
  const clone = await cloneOf(sandbox, "acme/shop", "of-ada");
  const hook = join(repositoryIn(sandbox), "hooks/pre-receive");
  const seen = join(clone, "pid");
  mkdirSync(dirname(hook), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\necho $$ > '${seen}'\nexec sleep 600\n`, { mode: 0o755 });
  const pushed = git(clone, "push", "origin", "HEAD:refs/heads/other").catch((thrown) => thrown);
  await expect
    .poll(() => existsSync(seen) && readFileSync(seen, "utf8").endsWith("\n"), { timeout: 60_000 })
    .toBe(true);
  const begin = performance.now();
  await sandbox[Symbol.asyncDispose]();
  expect(performance.now() - begin).toBeLessThan(300_000);
  expect(await pushed).toBeInstanceOf(Error);
  expect(isRunning(Number(readFileSync(seen, "utf8")))).toBe(false);
});

function repositoryIn({ world }: Sandbox): string {
  return world.repositories.get("acme/shop")?.gitDirectory ?? "";
}

/** One that ended but was not yet cleared away runs no more. */
function isRunning(pid: number): boolean {
  const { status, stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], {
    encoding: "utf8",
  });
  return status === 0 && !stdout.startsWith("Z");
}

async function cloneOf(
  sandbox: Sandbox,
  name: string,
  token: string | null = null,
  ...options: string[]
): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "swarm-clone-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const url = new URL(`${sandbox.url}/${name}.git`);
  if (token !== null) Object.assign(url, { username: "x-access-token", password: token });
  await run("git", ["clone", "--quiet", ...options, url.href, directory], quiet());
  return directory;
}

async function commit(
  clone: string,
  branch: string,
  path: string,
  text: string,
  ...options: string[]
): Promise<void> {
  await git(
    clone,
    "checkout",
    "--quiet",
    "-B",
    branch,
    ...((await hasRemote(clone, branch)) ? [`origin/${branch}`] : []),
  );
  writeFileSync(join(clone, path), text);
  await git(clone, "add", "--all");
  await git(
    clone,
    "-c",
    "user.name=Ada",
    "-c",
    "user.email=ada@example.com",
    "commit",
    "--quiet",
    "-m",
    "Change",
    ...options,
  );
}

function hasRemote(clone: string, branch: string): Promise<boolean> {
  return git(clone, "rev-parse", "--verify", "--quiet", `origin/${branch}`).then(
    () => true,
    () => false,
  );
}

function git(clone: string, ...args: string[]): Promise<{ stdout: string }> {
  return run("git", ["-C", clone, ...args], quiet());
}

function quiet() {
  return {
    timeout: 240_000,
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_TERMINAL_PROMPT: "0",
    },
  };
}
