import { describe, expect, it } from "vitest";
import { type GraphqlScenario, startGraphql } from "./graphql-scenario.ts";

const comments = (args: string) => `query ($id: ID!) { node(id: $id) { ... on PullRequest {
  comments(${args}) {
    totalCount
    nodes { body }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  } } } }`;

async function page(scenario: GraphqlScenario, args: string) {
  const { data, errors } = await scenario.as("wendy")(comments(args), {
    id: scenario.pullRequestId,
  });
  expect(errors).toBeUndefined();
  const { nodes, ...rest } = data.node.comments;
  return { bodies: nodes.map(({ body }: { body: string }) => body), ...rest };
}

describe("pages of a list", () => {
  it("go forwards and backwards", async () => {
    await using scenario = await startGraphql();
    const first = await page(scenario, "first: 2");
    expect(first).toMatchObject({ bodies: ["First.", "Second."], totalCount: 3 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const next = await page(scenario, `first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(next.bodies).toEqual(["Third."]);
    expect(next.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const last = await page(scenario, "last: 1");
    expect(last.bodies).toEqual(["Third."]);
    const before = await page(scenario, `last: 1, before: "${last.pageInfo.startCursor}"`);
    expect(before.bodies).toEqual(["Second."]);
  });

  it("lose nothing when what a cursor stood on is deleted meanwhile", async () => {
    await using scenario = await startGraphql();
    const first = await page(scenario, "first: 2");
    const issue = scenario.sandbox.world.repositories.get("acme/shop")?.issues.get(1);
    issue?.comments.splice(0, 2);
    const next = await page(scenario, `first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(next.bodies).toEqual(["Third."]);
  });

  it("refuse a cursor that is none", async () => {
    await using scenario = await startGraphql();
    const { errors } = await scenario.as("wendy")(comments(`first: 1, after: "nonsense"`), {
      id: scenario.pullRequestId,
    });
    expect(errors).toEqual([
      expect.objectContaining({
        type: "INVALID_CURSOR_ARGUMENTS",
        message: "`nonsense` does not appear to be a valid cursor.",
      }),
    ]);
  });
});
