import { setTimeout } from "node:timers/promises";
import {
  applyPublication,
  type GitHubClient,
  type GitHubClientOptions,
  react,
  replyToComment,
} from "@swarm-actions/github";
import type { PublicationPlan, SummaryPlan } from "@swarm-actions/publication";
import type { Sandbox } from "@swarm-actions/sandbox";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  annotations,
  line,
  nodeIdOf,
  place,
  planOf,
  type Scenario,
  shown,
  startScenario,
} from "./publication-scenario.ts";

type Effect = Parameters<Sandbox["addFault"]>[0]["effect"];

/** What GitHub and networks do to a request. */
const effects: readonly (readonly [string, Effect])[] = [
  ["429 with retry-after", { kind: "rate-limit", status: 429, retryAfter: 1 }],
  ["429 without retry-after", { kind: "rate-limit", status: 429, retryAfter: null }],
  ["403 with retry-after", { kind: "rate-limit", status: 403, retryAfter: 1 }],
  ["403 without retry-after", { kind: "rate-limit", status: 403, retryAfter: null }],
  ["500", { kind: "status", status: 500 }],
  ["502", { kind: "status", status: 502 }],
  ["503", { kind: "status", status: 503 }],
  ["an answer that breaks off", { kind: "cut" }],
  ["a lost answer", { kind: "lost" }],
  ["a late answer", { kind: "slow", ms: 20 }],
];

let scenario: Scenario;
let nodeId: string;
let round = 0;

beforeAll(async () => {
  scenario = await startScenario();
  nodeId = await nodeIdOf(scenario.connect());
});
afterAll(() => scenario[Symbol.asyncDispose]());
afterEach(() => scenario.sandbox.clearFaults());

/** Carries out part of a plan whose texts no other round has. */
async function apply(client: GitHubClient, overrides: Partial<PublicationPlan>) {
  const keep: SummaryPlan = { kind: "keep", id: 1 };
  const plan = planOf(scenario, nodeId, { review: null, check: null, summary: keep, ...overrides });
  return applyPublication(client, plan, { pendingReview: null });
}

function review(extra: Partial<NonNullable<PublicationPlan["review"]>> = {}) {
  const body = `Round ${round}.\n\n<!-- swarm-actions:review ${round} -->`;
  const lines = [line(2, `Remark of round ${round}.`)];
  return { commitSha: scenario.pullRequest.head.sha, body, lines, files: [], ...extra };
}

function summaryBody(): string {
  return `Round ${round}.\n\n<!-- swarm-actions:summary round-${round} -->`;
}

function check(count: number) {
  const { check: planned } = planOf(scenario, "");
  if (planned === null) throw new Error("unreachable");
  return { ...planned, externalId: `round-${round}`, annotations: annotations(count) };
}

const last = () => scenario.pullRequest.issue.comments.at(-1);
const graphqlNode = async (client: GitHubClient, id: number | undefined) => {
  const document = /* GraphQL */ `
    query Node($id: ID!) {
      node(id: $id) {
        ... on PullRequest {
          comments(last: 1) {
            nodes {
              id
              fullDatabaseId
            }
          }
        }
      }
    }
  `;
  type Answer = { node: { comments: { nodes: { id: string; fullDatabaseId: string }[] } } };
  const answer = await client.query<Answer>(document, { id: nodeId });
  const [node] = answer.node.comments.nodes;
  expect(Number(node?.fullDatabaseId)).toBe(id);
  return node?.id ?? "";
};

interface WriteCase {
  /** The request that goes wrong. */
  readonly path: RegExp;
  readonly method: string;
  readonly skip?: number;
  readonly write: (client: GitHubClient) => Promise<unknown>;
  /** What there is one more of. */
  readonly more: Partial<Record<keyof ReturnType<typeof shown>, number>>;
}

const writes: readonly (readonly [string, WriteCase])[] = [
  [
    "the review",
    {
      method: "POST",
      path: /\/pulls\/1\/reviews/,
      write: (client) => apply(client, { review: review() }),
      more: { reviews: 1, threads: 1 },
    },
  ],
  [
    "the review in pieces",
    {
      method: "POST",
      path: /\/graphql/,
      write: (client) =>
        apply(client, {
          review: review({ files: [{ path: "b.txt", body: `Why, round ${round}?` }] }),
        }),
      more: { reviews: 1, threads: 2 },
    },
  ],
  [
    "the first summary",
    {
      method: "POST",
      path: /\/graphql/,
      write: (client) => apply(client, { summary: { kind: "create", body: summaryBody() } }),
      more: { comments: 1 },
    },
  ],
  [
    "the summary's update",
    {
      method: "POST",
      path: /\/graphql/,
      skip: 1,
      write: async (client) => {
        const { id = 0 } = last() ?? {};
        const summary = {
          kind: "update",
          id,
          nodeId: await graphqlNode(client, id),
          body: summaryBody(),
        } as const;
        await apply(client, { summary });
        expect(last()?.body).toBe(summary.body);
      },
      more: {},
    },
  ],
  [
    "the check",
    {
      method: "POST",
      path: /\/check-runs/,
      write: (client) => apply(client, { check: check(1) }),
      more: { checks: 1 },
    },
  ],
  [
    "more annotations",
    {
      method: "PATCH",
      path: /\/check-runs\//,
      write: async (client) => {
        await apply(client, { check: check(70) });
        expect(shown(scenario).checks.at(-1)).toBe(70);
      },
      more: { checks: 1 },
    },
  ],
  [
    "a reply",
    {
      method: "POST",
      path: /\/issues\/1\/comments/,
      write: (client) => replyToComment(client, place, `Reply of round ${round}.`),
      more: { comments: 1 },
    },
  ],
  [
    "a reaction",
    {
      method: "POST",
      path: /\/reactions/,
      write: async (client) => {
        const comment = last()?.id ?? 0;
        await react(client, { owner: "acme", repository: "shop", comment }, "eyes");
        expect(last()?.reactions).toHaveLength(1);
      },
      more: {},
    },
  ],
];

function counts(): Record<keyof ReturnType<typeof shown>, number> {
  const { comments, reviews, threads, checks } = shown(scenario);
  return { comments, reviews: reviews.length, threads, checks: checks.length };
}

async function strike(
  { method, path, skip = 0, write, more }: WriteCase,
  effect: Effect,
  options: Partial<GitHubClientOptions> = {},
): Promise<void> {
  round++;
  const before = counts();
  scenario.sandbox.addFault({ effect, method, path, skip });
  await write(scenario.connect(options));
  const expected = Object.entries(before).map(([what, count]) => [
    what,
    count + (more[what as keyof typeof more] ?? 0),
  ]);
  expect(counts()).toEqual(Object.fromEntries(expected));
  expect(shown(scenario).reviews).not.toContain("PENDING");
}

beforeAll(async () => {
  // The update and the reaction need a comment of ours.
  await apply(scenario.connect(), { summary: { kind: "create", body: summaryBody() } });
});

describe.each(writes)("%s takes place once", (_name, write) => {
  test.each(effects)("after %s", (_effect, effect) => strike(write, effect));

  test("after an answer that came too late to be waited for", async () => {
    // Time passes here: what was given up has to come to its end before it is looked for.
    const sleep = (ms: number) => setTimeout(ms);
    const clock = { now: Date.now, random: Math.random, sleep };
    await strike(write, { kind: "slow", ms: 700 }, { requestTimeoutMs: 500, clock });
  });
});
