import {
  applyPublication,
  type Clock,
  createClient,
  type GitHubClient,
  type GitHubClientOptions,
  type Published,
} from "@swarm-actions/github";
import type { PublicationPlan } from "@swarm-actions/publication";
import type { PullRequest, Sandbox } from "@swarm-actions/sandbox";
import { startJudgedSandbox } from "../support/judge/judged-sandbox.ts";

const before = ["one", "two", "three", "four", "five", ""].join("\n");
const after = ["one", "TWO", "three", "four", "five", ""].join("\n");

export const place = { owner: "acme", repository: "shop", number: 1 } as const;
const marker = "<!-- swarm-actions:summary review -->";

const whole = {
  pull_requests: "write",
  issues: "write",
  checks: "write",
  contents: "write",
  actions: "read",
} as const;

function job(value: string, permissions: Readonly<Record<string, "read" | "write">>) {
  return { kind: "job", value, repository: "acme/shop", permissions } as const;
}

function seedWith(comments: readonly { author: string; body: string }[]) {
  return {
    users: ["olga", "alex"].map((login) => ({ login })),
    organizations: [{ login: "acme" }],
    apps: [
      {
        slug: "reviewer",
        owner: "acme",
        installations: [{ account: "acme", permissions: whole }],
      },
    ],
    tokens: [
      job("job", whole),
      job("least", { ...whole, contents: "read" }),
      job("reader", { pull_requests: "read", contents: "read" }),
      { kind: "user", value: "olga", login: "olga" } as const,
    ],
    repositories: [
      {
        owner: "acme",
        name: "shop",
        collaborators: { olga: "admin" } as const,
        branches: [
          {
            name: "main",
            commits: [
              {
                message: "Begin",
                author: "olga",
                files: { "a.txt": before, ".github/swarm.yml": "agents: []\n" },
              },
            ],
          },
          {
            name: "change",
            commits: [
              { message: "Shout", author: "olga", files: { "a.txt": after, "b.txt": "b\n" } },
            ],
          },
        ],
        "pull-requests": [
          { title: "Shout", author: "olga", head: "change", comments: [...comments] },
        ],
      },
    ],
  };
}

export interface Scenario extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly pullRequest: PullRequest;
  readonly connect: (options?: Partial<GitHubClientOptions>) => GitHubClient;
  readonly slept: readonly number[];
  readonly lines: readonly string[];
  /** What was sent since the last call, `POST /graphql Conclude`. */
  readonly requests: () => readonly string[];
}

export interface ScenarioOptions {
  readonly comments?: readonly { readonly author: string; readonly body: string }[];
  readonly wrongOnPurpose?: readonly RegExp[];
}

/** A pull request on a sandbox that GitHub's own descriptions judge, and clients that never really wait. */
export async function startScenario(options: ScenarioOptions = {}): Promise<Scenario> {
  const { comments = [], wrongOnPurpose = [] } = options;
  const sandbox = await startJudgedSandbox({ seed: seedWith(comments) }, { wrongOnPurpose });
  const pullRequest = sandbox.world.repositories.get("acme/shop")?.issues.get(1)?.pullRequest;
  if (pullRequest === undefined || pullRequest === null) throw new Error("no pull request");
  const slept: number[] = [];
  const lines: string[] = [];
  const clock = hastyClock(slept);
  let seen = 0;
  return {
    sandbox,
    pullRequest,
    slept,
    lines,
    connect: (more = {}) =>
      createClient({
        credentials: { kind: "token", token: "job" },
        baseUrl: sandbox.url,
        clock,
        audit: { read: async () => [], append: async (line) => void lines.push(line) },
        ...more,
      }),
    requests: () => {
      const fresh = sandbox.exchanges.slice(seen);
      seen = sandbox.exchanges.length;
      return fresh.map(({ method, url, requestBody }) => `${method} ${nameOf(url, requestBody)}`);
    },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

function hastyClock(slept: number[]): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
      ahead += ms;
    },
  };
}

function nameOf(url: string, body: unknown): string {
  const { query } = (body ?? {}) as { query?: string };
  const name = /^\s*(?:query|mutation) (\w+)/.exec(query ?? "")?.[1];
  return name === undefined ? url.replace(/\?.*/, "") : name;
}

/** A plan with a review of one line, a new summary and a check. */
export function planOf(
  { pullRequest }: Pick<Scenario, "pullRequest">,
  nodeId: string,
  overrides: Partial<PublicationPlan> = {},
): PublicationPlan {
  const headSha = pullRequest.head.sha;
  return {
    ...place,
    pullRequestNodeId: nodeId,
    review: {
      commitSha: headSha,
      body: `One finding.\n\n<!-- swarm-actions:review ${headSha} -->`,
      lines: [line(2, "Do not shout.")],
      files: [],
    },
    summary: { kind: "create", body: `## Review\n\nOne finding.\n\n${marker}` },
    check: {
      name: "swarm",
      headSha,
      externalId: "review-1",
      conclusion: "neutral",
      title: "1 finding",
      summary: "Do not shout.",
      annotations: annotations(1),
      updates: null,
    },
    resolve: [],
    ...overrides,
  };
}

export function line(at: number, body: string) {
  const hidden = `\n\n<!-- swarm-actions:finding ${at} -->`;
  return { path: "a.txt", side: "RIGHT", line: at, startLine: null, body: body + hidden } as const;
}

export function annotations(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    path: "a.txt",
    startLine: 2,
    endLine: 2,
    level: "warning" as const,
    title: `Finding ${index}`,
    message: "Do not shout.",
  }));
}

/** What stands on the pull request, in few words. */
export function shown({ pullRequest }: Pick<Scenario, "pullRequest">) {
  const { issue, reviews, threads } = pullRequest;
  const checks = issue.repository.checkSuites.flatMap(({ runs }) => runs);
  return {
    comments: issue.comments.length,
    reviews: reviews.map(({ state }) => state),
    threads: threads.length,
    checks: checks.map(({ annotations: there }) => there.length),
  };
}

/** The node id that a plan is made with. */
export async function nodeIdOf(client: GitHubClient): Promise<string> {
  const document = /* GraphQL */ `
    query Id($owner: String!, $name: String!) {
      repository(owner: $owner, name: $name) {
        pullRequest(number: 1) {
          id
        }
      }
    }
  `;
  const answer = await client.query<{ repository: { pullRequest: { id: string } } }>(document, {
    owner: place.owner,
    name: place.repository,
  });
  return answer.repository.pullRequest.id;
}

/** Carries a plan out as a run does that has looked at the head just before. */
export async function publish(
  scenario: Scenario,
  client: GitHubClient,
  overrides: Partial<PublicationPlan> = {},
): Promise<Published> {
  const nodeId = await nodeIdOf(client);
  scenario.requests();
  return applyPublication(client, planOf(scenario, nodeId, overrides), { pendingReview: null });
}
