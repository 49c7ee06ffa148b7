import { getOperationAST, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { costOf } from "./document-cost.ts";

function cost(source: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (operation == null) throw new Error("no operation");
  return costOf(document, operation, variables);
}

describe("the cost of a document", () => {
  it("is one point at least", () => {
    expect(cost("{ viewer { login } }")).toEqual({ points: 1, nodes: 0 });
  });

  it("counts GitHub's own example of points: 5,101 requests are 51", () => {
    const source = `{ viewer { repositories(first: 100) { edges { node { id
      issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id } } } } } } } } } } }`;
    expect(cost(source).points).toBe(51);
  });

  it("counts GitHub's own example of nodes: 22,060", () => {
    const source = `query { viewer { repositories(first: 50) { edges { repository: node {
      pullRequests(first: 20) { edges { pullRequest: node { comments(first: 10) { edges { node { id } } } } } }
      issues(first: 20) { totalCount edges { issue: node { comments(first: 10) { edges { node { id } } } } } }
    } } } followers(first: 10) { edges { node { login } } } } }`;
    expect(cost(source)).toMatchObject({ nodes: 22_060 });
  });

  it("heeds variables and fragments", () => {
    const source = `query ($n: Int!) { node { ...F } } fragment F on User { list(last: $n) { ...G } }
      fragment G on List { nodes { inner(first: 2) { nodes { id } } } }`;
    expect(cost(source, { n: 10 })).toEqual({ points: 1, nodes: 30 });
  });

  it("counts fragments within fragments once each", () => {
    const depth = 60;
    const parts = Array.from({ length: depth }, (_, index) => {
      const inside =
        index === depth - 1 ? "id" : `a: x { ...F${index + 1} } b: x { ...F${index + 1} }`;
      return `fragment F${index} on T { ${inside} }`;
    });
    expect(cost(`{ ...F0 } ${parts.join("\n")}`).nodes).toBe(0);
  });
});
