import type { Sandbox } from "@swarm-actions/sandbox";
import { startJudgedSandbox } from "../../support/judge/judged-sandbox.ts";

/** The people of these scenarios; a token of each is called as its owner. */
const people = ["olga", "wendy", "alex", "bystander"];

const before = ["one", "two", "three", "four", "five", "six", "seven", "eight", ""].join("\n");
const after = ["one", "TWO", "three", "four", "five", "six", "seven", "eight", ""].join("\n");

const seed = {
  users: people.map((login) => ({ login })),
  organizations: [{ login: "acme" }],
  apps: [
    {
      slug: "reviewer",
      owner: "acme",
      installations: [
        { account: "acme", permissions: { pull_requests: "write", contents: "read" } },
      ],
    },
  ],
  repositories: [
    {
      owner: "acme",
      name: "shop",
      description: "A shop",
      collaborators: { olga: "admin", wendy: "write" },
      labels: [{ name: "bug", color: "d73a4a" }],
      branches: [
        {
          name: "main",
          commits: [
            {
              message: "Begin",
              author: "olga",
              files: { "a.txt": before, ".github/swarm.yml": "agents: []\n", "docs/b.md": "# B\n" },
            },
          ],
        },
        {
          name: "change",
          commits: [
            {
              message: "Shout\n\nLouder.",
              author: "alex",
              files: { "a.txt": after, "new.txt": "x\n" },
            },
          ],
        },
      ],
      "pull-requests": [
        {
          title: "Shout two",
          body: "Louder.",
          author: "alex",
          head: "change",
          labels: ["bug"],
          comments: [
            { author: "wendy", body: "First." },
            { author: "alex", body: "Second." },
            { author: "bystander", body: "Third." },
          ],
        },
      ],
      issues: [{ title: "It is broken", author: "bystander" }],
    },
    { owner: "acme", name: "vault", private: true, collaborators: { olga: "admin" } },
  ],
  tokens: [
    ...people.map((login) => ({ kind: "user", value: login, login })),
    job("job", { pull_requests: "write", contents: "read" }),
    job("job-that-resolves", { pull_requests: "write", contents: "write" }),
    job("job-that-checks", { checks: "write", statuses: "write" }),
    job("job-that-reads", { pull_requests: "read", contents: "read" }),
    { kind: "installation", value: "app", app: "reviewer", account: "acme" },
  ],
};

function job(value: string, permissions: Readonly<Record<string, string>>) {
  return { kind: "job", value, repository: "acme/shop", permissions };
}

interface GraphqlError {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

interface GraphqlReply {
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they asked for, and compare it
  readonly data?: any;
  readonly errors?: readonly GraphqlError[];
}

type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<GraphqlReply>;

export interface GraphqlScenario extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** Sends a document with the token that is called so. */
  readonly as: (token: string) => Ask;
  /** The id of the one pull request. */
  readonly pullRequestId: string;
}

/** @param wrongOnPurpose Of the judge: what the scenario does wrong in order to see it refused. */
export async function startGraphql(...wrongOnPurpose: readonly RegExp[]): Promise<GraphqlScenario> {
  const sandbox = await startJudgedSandbox({ seed }, { wrongOnPurpose });
  const as =
    (token: string): Ask =>
    (query, variables) =>
      send(sandbox.url, token, { query, ...(variables !== undefined && { variables }) });
  const found = await as("olga")(
    `{ repository(owner: "acme", name: "shop") { pullRequest(number: 1) { id } } }`,
  );
  return {
    sandbox,
    as,
    pullRequestId: found.data.repository.pullRequest.id,
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

async function send(url: string, token: string, body: unknown): Promise<GraphqlReply> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { authorization: `bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as GraphqlReply;
}
