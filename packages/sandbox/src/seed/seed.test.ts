import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { startSandbox } from "../start-sandbox.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { defaultSeed } from "./default-seed.ts";
import type { SeedInput } from "./schema.ts";

type RepositoryInput = NonNullable<SeedInput["repositories"]>[number];

test("files are committed by real git, each branch on the one it begins at", async () => {
  await using sandbox = await startSandbox({
    seed: shop({
      branches: [
        {
          name: "main",
          commits: [
            { message: "One", author: "ada", files: { "a.txt": "1\n", 'd/b c"é\n.txt': "ü" } },
            { message: "Two\n\nWhy.", author: "bob", files: { "a.txt": "2\n" } },
          ],
        },
        { name: "fix/it", commits: [{ message: "Three", files: { "a.txt": null } }] },
        { name: "more", from: "fix/it", commits: [{ files: { "c.txt": "" } }] },
        { name: "same", from: "main" },
      ],
    }),
  });
  const at = gitOf(repositoryOf(sandbox.world, "ada/shop"));
  expect(at("log", "--format=%an <%ae> %ad %s", "--date=iso", "main").split("\n")).toEqual([
    expect.stringMatching(
      /^bob <\d+\+bob@users\.noreply\.github\.com> 2026-01-05 09:01:00 \+0000 Two$/,
    ),
    expect.stringMatching(
      /^ada <\d+\+ada@users\.noreply\.github\.com> 2026-01-05 09:00:00 \+0000 One$/,
    ),
  ]);
  expect(at("-c", "core.quotePath=false", "ls-tree", "-rz", "--name-only", "fix/it")).toBe(
    'd/b c"é\n.txt\0',
  );
  expect(at("show", 'fix/it:d/b c"é\n.txt')).toBe("ü");
  expect(at("log", "--format=%s", "more").split("\n")).toEqual([
    "Change files",
    "Three",
    "Two",
    "One",
  ]);
  expect(at("rev-parse", "same")).toBe(at("rev-parse", "main"));
});

test("the same seed makes the same commits", async () => {
  await using one = await startSandbox({ seed: defaultSeed });
  await using two = await startSandbox({ seed: defaultSeed });
  const head = ({ world }: { world: World }) =>
    repositoryOf(world, "acme/shop").issues.get(1)?.pullRequest?.head.sha;
  expect(head(one)).toMatch(/^[0-9a-f]{40}$/);
  expect(head(one)).toBe(head(two));
});

test("a fork has its parent's branches, and pull requests come from it whatever its name", async () => {
  await using sandbox = await startSandbox({
    seed: shop(
      {
        branches: [{ name: "trunk", commits: [{ files: { a: "1" } }] }],
        "default-branch": "trunk",
        "pull-requests": [
          { title: "Mine", head: "bob:mine", author: "bob", draft: true, labels: ["new"] },
        ],
      },
      {
        owner: "bob",
        name: "renamed",
        "fork-of": "ada/shop",
        branches: [{ name: "mine", commits: [{ files: { a: "2" } }] }],
      },
    ),
  });
  const parent = repositoryOf(sandbox.world, "ada/shop");
  const fork = repositoryOf(sandbox.world, "bob/renamed");
  expect(fork).toMatchObject({ parent, defaultBranch: "trunk" });
  expect(gitOf(fork)("log", "--format=%H", "mine").split("\n")[1]).toBe(
    gitOf(parent)("rev-parse", "trunk"),
  );
  const pull = parent.issues.get(1)?.pullRequest;
  expect(pull).toMatchObject({
    draft: true,
    base: { ref: "trunk" },
    head: { repository: fork, ref: "mine" },
  });
  expect(pull?.issue.labels.map(({ name }) => name)).toEqual(["new"]);
  expect(gitOf(parent)("rev-parse", "refs/pull/1/head")).toBe(pull?.head.sha);
});

test("pull requests are numbered before issues, and nobody is told of what was always so", async () => {
  await using sandbox = await startSandbox({ seed: defaultSeed });
  const { issues } = repositoryOf(sandbox.world, "acme/shop");
  expect([...issues.values()].map(({ number, title }) => [number, title])).toEqual([
    [1, "Take discounts"],
    [2, "Prices are off by a cent"],
  ]);
  expect(sandbox.events).toEqual([]);
});

test("credentials of each kind may do what their entry says", async () => {
  await using sandbox = await startSandbox({
    seed: {
      ...shop({}, { owner: "ada", name: "other" }),
      apps: [
        {
          slug: "helper",
          owner: "ada",
          installations: [{ account: "ada", permissions: { issues: "write" } }],
        },
      ],
      tokens: [
        { kind: "user", login: "bob", value: "b" },
        {
          kind: "installation",
          app: "helper",
          account: "ada",
          value: "i",
          repositories: ["ada/other"],
        },
        { kind: "job", repository: "ada/shop", permissions: { checks: "write" }, value: "j" },
      ],
    },
  });
  const { world } = sandbox;
  const [shopId, otherId] = ["ada/shop", "ada/other"].map((name) => repositoryOf(world, name).id);
  expect(world.tokens.get("b")).toMatchObject({
    actor: { login: "bob" },
    permissions: null,
    repositories: "all",
  });
  expect(world.tokens.get("i")).toMatchObject({
    actor: { login: "helper[bot]", type: "Bot" },
    permissions: { issues: "write" },
    repositories: [otherId],
    rest: { limit: 5000 },
  });
  expect(world.tokens.get("j")).toMatchObject({
    actor: { login: "github-actions[bot]" },
    permissions: { checks: "write" },
    repositories: [shopId],
    rest: { limit: 1000 },
  });
});

test.each<[string, SeedInput, string, RegExp]>([
  ["an unknown key", { userz: [] } as SeedInput, "seed", /Unrecognized key: "userz"/],
  ["a login that is none", { users: [{ login: "a b" }] }, "users.0.login", /letters, digits/],
  [
    "a path that leaves",
    shop({ branches: [{ name: "main", commits: [{ files: { "../x": "" } }] }] }),
    "repositories.0.branches.0.commits.0.files.../x",
    /inside the repository|Invalid key/,
  ],
  [
    "an unknown person",
    { repositories: [{ owner: "adda", name: "x" }], users: [{ login: "ada" }] },
    "repositories.0.owner",
    /no user adda; did you mean ada\?/,
  ],
  [
    "an unknown parent",
    shop({ "fork-of": "ada/none" }),
    "repositories.0.fork-of",
    /no repository ada\/none/,
  ],
  [
    "an unknown branch",
    shop({ branches: [{ name: "x", from: "y" }] }),
    "repositories.0.branches.0",
    /no branch y/,
  ],
  [
    "a pull request without a change",
    shop({
      branches: [{ name: "main", commits: [{ files: { a: "" } }] }, { name: "x" }],
      "pull-requests": [{ title: "x", head: "x" }],
    }),
    "repositories.0.pull-requests.0",
    /No commits between main and x/,
  ],
  [
    "an App that is not installed",
    {
      ...shop({}),
      apps: [{ slug: "helper", owner: "ada" }],
      tokens: [{ kind: "installation", app: "helper", account: "ada" }],
    },
    "tokens.0",
    /helper is not installed on ada/,
  ],
])("%s is named with its place", async (_what, seed, place, message) => {
  const failure = await startSandbox({ seed }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(failure).toMatchObject({ place, fix: expect.stringMatching(/\.$/) });
  expect(String(failure)).toMatch(message);
});

test("nothing is left of a sandbox that ended", async () => {
  const sandbox = await startSandbox({ seed: defaultSeed });
  expect(existsSync(sandbox.world.directory)).toBe(true);
  await sandbox[Symbol.asyncDispose]();
  expect(existsSync(sandbox.world.directory)).toBe(false);
});

function shop(parts: Partial<RepositoryInput>, ...others: RepositoryInput[]): SeedInput {
  return {
    users: [{ login: "ada" }, { login: "bob" }],
    repositories: [{ owner: "ada", name: "shop", ...parts }, ...others],
  };
}

function repositoryOf(world: World, name: string): Repository {
  const found = world.repositories.get(name);
  if (found === undefined) throw new Error(`no repository ${name}`);
  return found;
}

function gitOf({ gitDirectory }: Repository) {
  return (...args: string[]): string =>
    execFileSync("git", ["--git-dir", gitDirectory, ...args], {
      encoding: "utf8",
      timeout: 120_000,
    }).trimEnd();
}
