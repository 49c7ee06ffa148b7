import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GraphqlScenario, startGraphql } from "./graphql-scenario.ts";

let scenario: GraphqlScenario;
beforeAll(async () => {
  scenario = await startGraphql(/shoeSize/, /"\$number" of type/, /Syntax Error/);
});
afterAll(() => scenario[Symbol.asyncDispose]());

const inShop = (fields: string) => `{ repository(owner: "acme", name: "shop") { ${fields} } }`;
const ask = (query: string, token = "wendy") => scenario.as(token)(query);

async function errorOf(query: string, token = "wendy") {
  const { errors = [] } = await ask(query, token);
  expect(errors).toHaveLength(1);
  return { type: errors[0]?.type, message: errors[0]?.message };
}

describe("what GraphQL refuses", () => {
  it("answers 401 to nobody and to a wrong token, as REST does", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${scenario.sandbox.url}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query: "{ viewer { login } }" }),
      });
    expect((await post({})).status).toBe(401);
    expect((await post({ authorization: "bearer nonsense" })).status).toBe(401);
  });

  it("tells a missing repository by its name, and hides a private one as if it were missing", async () => {
    const named = (name: string) => `{ repository(owner: "acme", name: "${name}") { id } }`;
    const missing = (name: string) => ({
      type: "NOT_FOUND",
      message: `Could not resolve to a Repository with the name 'acme/${name}'.`,
    });
    expect(await errorOf(named("nowhere"))).toEqual(missing("nowhere"));
    expect(await errorOf(named("vault"))).toEqual(missing("vault"));
    expect((await ask(named("vault"), "olga")).errors).toBeUndefined();
  });

  it("answers the rest when a part is missing", async () => {
    const { data, errors } = await ask(
      inShop("name pullRequest(number: 99) { id } issue(number: 2) { title }"),
    );
    expect(data.repository).toEqual({
      name: "shop",
      pullRequest: null,
      issue: { title: "It is broken" },
    });
    expect(errors).toEqual([
      expect.objectContaining({
        type: "NOT_FOUND",
        path: ["repository", "pullRequest"],
        message: "Could not resolve to a PullRequest with the number of 99.",
      }),
    ]);
  });

  it("tells an id that names nothing", async () => {
    expect(await errorOf(`{ node(id: "PR_nonsense") { id } }`)).toEqual({
      type: "NOT_FOUND",
      message: "Could not resolve to a node with the global id of 'PR_nonsense'.",
    });
  });

  it("refuses more than a hundred at once, and a list without saying how many", async () => {
    const comments = (args: string, fields: string) =>
      inShop(`pullRequest(number: 1) { comments${args} { ${fields} } }`);
    expect(await errorOf(comments("(first: 101)", "totalCount"))).toEqual({
      type: "EXCESSIVE_PAGINATION",
      message:
        "Requesting 101 records on the `comments` connection exceeds the `first` limit of 100 records.",
    });
    expect(await errorOf(comments("", "nodes { id }"))).toEqual({
      type: "MISSING_PAGINATION_BOUNDARIES",
      message:
        "You must provide a `first` or `last` value to properly paginate the `comments` connection.",
    });
    expect((await ask(comments("", "totalCount"))).data.repository.pullRequest.comments).toEqual({
      totalCount: 3,
    });
  });

  it("refuses a document that may ask for more than 500,000 nodes before reading any", async () => {
    const nested = `pullRequests(first: 100) { nodes { reviewThreads(first: 100) { nodes {
      comments(first: 100) { nodes { id } } } } } }`;
    const { data, errors } = await ask(inShop(nested));
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        type: "MAX_NODE_LIMIT_EXCEEDED",
        message:
          "This query requests up to 1,010,100 possible nodes which exceeds the maximum limit of 500,000.",
      },
    ]);
  });

  it("says what it does not implement, field and argument, rather than null", async () => {
    expect(await errorOf(inShop("stargazerCount"))).toEqual({
      type: "NOT_IMPLEMENTED",
      message: "the sandbox does not implement Repository.stargazerCount",
    });
    expect(await errorOf(inShop(`issues(first: 1, labels: ["bug"]) { totalCount }`))).toEqual({
      type: "NOT_IMPLEMENTED",
      message: "the sandbox does not implement the argument Repository.issues(labels)",
    });
  });

  it("refuses what GitHub's schema does not know", async () => {
    expect((await errorOf("{ viewer { shoeSize } }")).message).toMatch(/Cannot query field/);
    const typed =
      'query ($number: Int!) { viewer { login } organization(login: "acme") { login } node(id: $number) { id } }';
    expect((await ask(typed)).data).toBeUndefined();
    expect((await errorOf("{ viewer {")).message).toMatch(/Syntax Error/);
  });

  it("needs push access for the list of collaborators", async () => {
    expect(await errorOf(inShop("collaborators(first: 1) { totalCount }"), "bystander")).toEqual({
      type: "FORBIDDEN",
      message: "Must have push access to view repository collaborators.",
    });
  });

  it("counts what a document costs, and says what is left", async () => {
    const wide = `pullRequests(first: 100) { nodes { comments(first: 1) { nodes { id } }
      reviews(first: 1) { nodes { id } } } }`;
    const query = `{ rateLimit { cost nodeCount limit used remaining }
      repository(owner: "acme", name: "shop") { ${wide} } }`;
    const first = (await ask(query)).data.rateLimit;
    const second = (await ask(query)).data.rateLimit;
    expect(first).toMatchObject({ cost: 2, nodeCount: 300, remaining: first.limit - first.used });
    expect(second.used).toBe(first.used + 2);
  });
});
