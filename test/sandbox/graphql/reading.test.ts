import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GraphqlScenario, startGraphql } from "./graphql-scenario.ts";

let scenario: GraphqlScenario;
beforeAll(async () => {
  scenario = await startGraphql();
});
afterAll(() => scenario[Symbol.asyncDispose]());

const inShop = (fields: string) => `{ repository(owner: "acme", name: "shop") { ${fields} } }`;
const inPull = (fields: string) => inShop(`pullRequest(number: 1) { ${fields} }`);

async function read(query: string, token = "wendy") {
  const { data, errors } = await scenario.as(token)(query);
  expect(errors).toBeUndefined();
  return data;
}

describe("reading over GraphQL", () => {
  it("tells what a repository is", async () => {
    const data = await read(
      inShop("name nameWithOwner isPrivate owner { __typename login } viewerPermission"),
    );
    expect(data.repository).toEqual({
      name: "shop",
      nameWithOwner: "acme/shop",
      isPrivate: false,
      owner: { __typename: "Organization", login: "acme" },
      viewerPermission: "WRITE",
    });
  });

  it("tells what a pull request is, with what git knows of it", async () => {
    const { repository } = await read(
      inPull(`number title body state isDraft locked mergeable isCrossRepository
        author { __typename login } authorAssociation viewerDidAuthor
        baseRefName headRefName headRepository { nameWithOwner } headRefOid
        additions deletions changedFiles files(first: 10) { nodes { path changeType } }
        labels(first: 10) { nodes { name } }
        commits(last: 1) { totalCount nodes { commit { oid messageHeadline messageBody } } }`),
      "alex",
    );
    const { headRefOid, commits, ...rest } = repository.pullRequest;
    expect(rest).toEqual({
      number: 1,
      title: "Shout two",
      body: "Louder.",
      state: "OPEN",
      isDraft: false,
      locked: false,
      mergeable: "MERGEABLE",
      isCrossRepository: false,
      author: { __typename: "User", login: "alex" },
      authorAssociation: "NONE",
      viewerDidAuthor: true,
      baseRefName: "main",
      headRefName: "change",
      headRepository: { nameWithOwner: "acme/shop" },
      additions: 2,
      deletions: 1,
      changedFiles: 2,
      files: {
        nodes: [
          { path: "a.txt", changeType: "MODIFIED" },
          { path: "new.txt", changeType: "ADDED" },
        ],
      },
      labels: { nodes: [{ name: "bug" }] },
    });
    expect(commits).toEqual({
      totalCount: 1,
      nodes: [{ commit: { oid: headRefOid, messageHeadline: "Shout", messageBody: "Louder." } }],
    });
  });

  it("reads files by expression, by path of a commit, and as a tree", async () => {
    const blob = "... on Blob { text byteSize isBinary isTruncated }";
    const { repository } = await read(
      inShop(`
        byName: object(expression: "main:docs/b.md") { __typename oid ${blob} }
        nothing: object(expression: "main:docs/c.md") { oid }
        tree: object(expression: "main:docs") { ... on Tree { entries { name path type } } }
        defaultBranchRef {
          name prefix
          target { ... on Commit { file(path: "docs/b.md") { path size object { oid ${blob} } } } }
        }`),
    );
    const shown = { text: "# B\n", byteSize: 4, isBinary: false, isTruncated: false };
    expect(repository.byName).toMatchObject({ __typename: "Blob", ...shown });
    expect(repository.nothing).toBeNull();
    expect(repository.tree.entries).toEqual([{ name: "b.md", path: "b.md", type: "blob" }]);
    expect(repository.defaultBranchRef).toMatchObject({ name: "main", prefix: "refs/heads/" });
    const { file } = repository.defaultBranchRef.target;
    expect(file).toMatchObject({ path: "docs/b.md", size: 4, object: shown });
    expect(file.object.oid).toBe(repository.byName.oid);
  });

  it("reads comments with who may change them", async () => {
    const fields = "author { login } viewerDidAuthor viewerCanUpdate isMinimized";
    const query = inPull(`comments(first: 10) { totalCount nodes { ${fields} } }`);
    const seenBy = async (token: string) => {
      const { repository } = await read(query, token);
      return repository.pullRequest.comments.nodes.map(
        (node: { viewerCanUpdate: boolean }) => node.viewerCanUpdate,
      );
    };
    expect(await seenBy("wendy")).toEqual([true, true, true]);
    expect(await seenBy("bystander")).toEqual([false, false, true]);
    expect(await seenBy("job")).toEqual([true, true, true]);
    expect(await seenBy("job-that-reads")).toEqual([false, false, false]);
  });

  it("finds the same things again by their ids", async () => {
    const { repository } = await read(
      inShop("id owner { id } pullRequest(number: 1) { id comments(first: 1) { nodes { id } } }"),
    );
    const [comment] = repository.pullRequest.comments.nodes;
    const ids = [repository.id, repository.owner.id, repository.pullRequest.id, comment.id];
    const { data } = await scenario.as("wendy")(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
      { ids },
    );
    expect(data.nodes).toEqual([
      { __typename: "Repository", id: ids[0] },
      { __typename: "Organization", id: ids[1] },
      { __typename: "PullRequest", id: ids[2] },
      { __typename: "IssueComment", id: ids[3] },
    ]);
  });

  it("has one id for a thing, whether REST or GraphQL tells it", async () => {
    const response = await fetch(`${scenario.sandbox.url}/repos/acme/shop/pulls/1`, {
      headers: { authorization: "token olga" },
    });
    expect(await response.json()).toMatchObject({ node_id: scenario.pullRequestId });
  });

  it("says who asks: a bot too, under its whole login", async () => {
    expect(await read("{ viewer { login } }")).toEqual({ viewer: { login: "wendy" } });
    expect(await read("{ viewer { __typename login } }", "job")).toEqual({
      viewer: { __typename: "User", login: "github-actions[bot]" },
    });
  });

  it("lists collaborators with their permission", async () => {
    const { repository } = await read(
      inShop(`collaborators(first: 10, query: "wen") { edges { permission node { login } } }`),
    );
    expect(repository.collaborators.edges).toEqual([
      { permission: "WRITE", node: { login: "wendy" } },
    ]);
  });

  it("asks the schema about itself", async () => {
    const data = await read(`{ __type(name: "PullRequest") { kind name } }`);
    expect(data).toEqual({ __type: { kind: "OBJECT", name: "PullRequest" } });
  });
});
