import { Redactor } from "@swarm-actions/core";
import { createClient } from "@swarm-actions/github";
import { describe, expect, test } from "vitest";
import { startJudgedSandbox } from "../../../../../test/support/judge/judged-sandbox.ts";
import { createRepositoriesSource } from "./repositories-source.ts";
import { readQuery } from "./repository-query.ts";

const repository = (name: string, traits: object = {}) => ({ owner: "acme", name, ...traits });

const seed = {
  users: [{ login: "ada" }],
  organizations: [{ login: "acme" }],
  repositories: [
    repository("api-shop", {
      language: "Go",
      topics: ["service", "shop"],
      properties: { tier: "1" },
    }),
    repository("api-mail", {
      language: "TypeScript",
      topics: ["service"],
      properties: { tier: "2" },
    }),
    repository("legacy-api", { archived: true, topics: ["service"] }),
    repository("docs", { properties: { tier: ["1", "3"] } }),
    ...Array.from({ length: 120 }, (_, at) => repository(`many-${at}`)),
    { owner: "ada", name: "own" },
  ],
  tokens: [{ kind: "user", value: "ada", login: "ada" }],
};

const never = new AbortController().signal;

test("repositories are found by what is known of them", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const github = async () =>
    createClient({
      credentials: { kind: "token", token: "ada" },
      baseUrl: sandbox.url,
      redactor: new Redactor(),
    });
  const keys = async (select: string) => {
    const { tasks } = await createRepositoriesSource(select, github).find(never);
    return tasks.map(({ key }) => key);
  };
  expect(await keys("org:acme topic:service")).toEqual(["acme/api-mail", "acme/api-shop"]);
  expect(await keys("org:acme topic:service archived:any")).toHaveLength(3);
  expect(await keys("org:acme\nname:api-* language:go")).toEqual(["acme/api-shop"]);
  expect(await keys("org:acme topic:service -topic:shop")).toEqual(["acme/api-mail"]);
  expect(await keys("org:acme property:tier=1")).toEqual(["acme/api-shop", "acme/docs"]);
  expect(await keys("org:acme property:tier=1 property:tier=2 name:api-*")).toHaveLength(2);
  expect(await keys("org:acme -name:api-* -name:docs")).toHaveLength(120);
  expect(await keys("user:ada")).toEqual(["ada/own"]);
  expect(await keys("org:acme name:none")).toEqual([]);
  const [task] = (await createRepositoriesSource("org:acme name:api-shop", github).find(never))
    .tasks;
  expect(task).toMatchObject({
    kind: "repository.go",
    payload: {
      owner: "acme",
      name: "api-shop",
      defaultBranch: "main",
      topics: ["service", "shop"],
    },
  });
});

describe("a query", () => {
  test.each([
    ["", /names no organisation/],
    ["topic:x", /names no organisation/],
    ["org:acme topics:x", /topics:x/],
    ["org:a/b", /no name of an account/],
    ["org:acme property:tier", /has no value/],
    ["org:acme archived:maybe", /maybe/],
    ["org:acme -language:go", /takes nothing out/],
  ])("%j is refused", (select, message) => {
    expect(() => readQuery(select)).toThrow(message);
  });

  test("needs a token", async () => {
    const asked = createRepositoriesSource("org:acme", null).find(never);
    await expect(asked).rejects.toMatchObject({ code: "tasks/no-token" });
  });
});
