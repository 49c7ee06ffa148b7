import { describe, expect, it } from "vitest";
import { type GraphqlScenario, startGraphql } from "./graphql-scenario.ts";

async function post(scenario: GraphqlScenario, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${scenario.sandbox.url}/repos/acme/shop${path}`, {
    method: "POST",
    headers: { authorization: "token job-that-checks", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
}

async function readHead(scenario: GraphqlScenario, fields: string) {
  const { data, errors } = await scenario.as("wendy")(
    `query ($id: ID!) { node(id: $id) { ... on PullRequest {
      commits(last: 1) { nodes { commit { oid ${fields} } } } } } }`,
    { id: scenario.pullRequestId },
  );
  expect(errors).toBeUndefined();
  return data.node.commits.nodes[0].commit;
}

const annotation = {
  path: "a.txt",
  start_line: 2,
  end_line: 2,
  annotation_level: "warning",
  message: "Loud.",
};

describe("checks over GraphQL", () => {
  it("finds runs by their name, with their annotations", async () => {
    await using scenario = await startGraphql();
    const { oid } = await readHead(scenario, "");
    const run = { name: "review", head_sha: oid, external_id: "r1", conclusion: "neutral" };
    const output = { title: "One", summary: "One remark.", annotations: [annotation] };
    await post(scenario, "/check-runs", { ...run, output });
    await post(scenario, "/check-runs", { name: "other", head_sha: oid });
    const suites = (name: string) => `checkSuites(first: 5, filterBy: { checkName: "${name}" }) {
      nodes { app { slug } status checkRuns(first: 5, filterBy: { checkName: "${name}" }) { nodes {
        databaseId name externalId status conclusion title summary
        annotations(first: 5) { nodes { path message annotationLevel
          location { start { line column } end { line } } } } } } } }`;
    const { checkSuites } = await readHead(scenario, suites("review"));
    expect(checkSuites.nodes).toMatchObject([
      {
        app: { slug: "github-actions" },
        status: "IN_PROGRESS",
        checkRuns: {
          nodes: [
            {
              name: "review",
              externalId: "r1",
              status: "COMPLETED",
              conclusion: "NEUTRAL",
              title: "One",
              annotations: {
                nodes: [
                  {
                    path: "a.txt",
                    annotationLevel: "WARNING",
                    location: { start: { line: 2, column: null }, end: { line: 2 } },
                  },
                ],
              },
            },
          ],
        },
      },
    ]);
    expect((await readHead(scenario, suites("unknown"))).checkSuites.nodes).toEqual([]);
  });

  it("rolls checks and statuses up to one word", async () => {
    await using scenario = await startGraphql();
    const rollup = `statusCheckRollup { state contexts(first: 5) { nodes { __typename
      ... on CheckRun { name } ... on StatusContext { context state } } } }`;
    const { oid, statusCheckRollup } = await readHead(scenario, rollup);
    expect(statusCheckRollup).toBeNull();
    await post(scenario, "/check-runs", { name: "review", head_sha: oid, conclusion: "success" });
    await post(scenario, `/statuses/${oid}`, { state: "pending", context: "ci" });
    expect((await readHead(scenario, rollup)).statusCheckRollup).toEqual({
      state: "PENDING",
      contexts: {
        nodes: [
          { __typename: "CheckRun", name: "review" },
          { __typename: "StatusContext", context: "ci", state: "PENDING" },
        ],
      },
    });
    await post(scenario, `/statuses/${oid}`, { state: "success", context: "ci" });
    expect((await readHead(scenario, rollup)).statusCheckRollup.state).toBe("SUCCESS");
  });

  it("knows the pull requests that a commit belongs to", async () => {
    await using scenario = await startGraphql();
    const head = await readHead(scenario, "associatedPullRequests(first: 5) { nodes { number } }");
    expect(head.associatedPullRequests.nodes).toEqual([{ number: 1 }]);
  });
});
