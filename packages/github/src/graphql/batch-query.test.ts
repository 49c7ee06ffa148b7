import { expect, test } from "vitest";
import type { GitHubClient, QueryOptions } from "../client.ts";
import { GitHubError } from "../failure/github-error.ts";
import { type Batch, batchQuery } from "./batch-query.ts";

interface Asked {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly options: QueryOptions | undefined;
}

/** A client that answers each field with its name, unless more are asked for than it bears. */
function clientThatBears(most: number, error: Error) {
  const asked: Asked[] = [];
  const query = async (
    document: string,
    variables: Readonly<Record<string, unknown>>,
    options?: QueryOptions,
  ): Promise<unknown> => {
    asked.push({ document, variables, options });
    const aliases = [...document.matchAll(/^(a\d+):/gm)].map(([, alias = ""]) => alias);
    if (aliases.length > most) throw error;
    return Object.fromEntries(aliases.map((alias) => [alias, alias === "a1" ? null : { alias }]));
  };
  const client = { query } as unknown as Pick<GitHubClient, "query">;
  return { client: client as GitHubClient, asked };
}

function failure(status: number | null, message: string): GitHubError {
  return new GitHubError("github/graphql", message, { fix: "-", status });
}

const lookup: Batch<string> = {
  items: ["web", "gone", "shop", "docs", "site"],
  declarations: "$owner: String!",
  variables: { owner: "acme" },
  field: (_name, index) => `repository(owner: $owner, name: $name${index}) { id }`,
  values: (name, index) => ({ [`name${index}`]: { type: "String!", value: name } }),
};

test("many lookups are one document, answered in their order", async () => {
  const { client, asked } = clientThatBears(50, new Error("unused"));
  const answers = await batchQuery<string, { alias: string }>(client, lookup);
  expect(answers.map((answer) => answer?.alias)).toEqual(["a0", undefined, "a2", "a3", "a4"]);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.document).toContain("query Batch($owner: String!, $name0: String!, ");
  expect(asked[0]?.variables).toMatchObject({ owner: "acme", name4: "site" });
});

test("no document asks for more than the size", async () => {
  const { client, asked } = clientThatBears(2, new Error("too many"));
  expect(await batchQuery(client, { ...lookup, size: 2 })).toHaveLength(5);
  expect(asked).toHaveLength(3);
});

test.each([
  ["GitHub's limit of resources", failure(200, "Resource limits for this query exceeded.")],
  ["a 502", failure(502, "Bad Gateway")],
])("%s halves what is asked for", async (_what, error) => {
  const { client, asked } = clientThatBears(2, error);
  const answers = await batchQuery<string, { alias: string }>(client, lookup);
  expect(answers.map((answer) => answer?.alias)).toEqual(["a0", undefined, "a2", "a3", "a4"]);
  expect(asked).toHaveLength(5);
  // Halving takes the place of repeating; only what cannot be halved is repeated.
  expect(asked[0]?.options?.repeats).toBe(0);
  expect(asked.at(-1)?.options?.repeats).toBe(0);
});

test("one lookup that is too much is an error", async () => {
  const { client, asked } = clientThatBears(0, failure(502, "Bad Gateway"));
  await expect(batchQuery(client, lookup)).rejects.toMatchObject({ status: 502 });
  expect(asked.at(-1)?.options?.repeats).toBe(3);
});

test("another error is not asked about again", async () => {
  const { client, asked } = clientThatBears(0, failure(401, "Bad credentials"));
  await expect(batchQuery(client, lookup)).rejects.toMatchObject({ status: 401 });
  expect(asked).toHaveLength(1);
});

test("nothing to look up asks nothing", async () => {
  const { client, asked } = clientThatBears(0, new Error("unused"));
  expect(await batchQuery(client, { ...lookup, items: [] })).toEqual([]);
  expect(asked).toEqual([]);
});
