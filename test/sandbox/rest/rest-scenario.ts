import type { Sandbox } from "@swarm-actions/sandbox";
import { startJudgedSandbox } from "../../support/judge/judged-sandbox.ts";

/** olga owns, wendy writes, alex opens pull requests, bystander may only read. */
const people = ["olga", "wendy", "alex", "bystander"];

export const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}`);

const before = numbers(40);
/** Line 5 is changed, a line follows line 20, line 30 is gone. */
const after = before
  .map((line) => (line === "line 5" ? "LINE 5" : line))
  .flatMap((line) => (line === "line 20" ? [line, "line 20 and a half"] : [line]))
  .filter((line) => line !== "line 30");

export const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

const everything = {
  actions: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  pull_requests: "write",
  statuses: "write",
};

const seed = {
  users: people.map((login) => ({ login })),
  organizations: [{ login: "acme" }],
  apps: [
    {
      slug: "reviewer",
      owner: "acme",
      installations: [{ account: "acme", permissions: everything }],
    },
  ],
  repositories: [
    {
      owner: "acme",
      name: "shop",
      description: "A shop",
      collaborators: { olga: "admin", wendy: "write", alex: "write" },
      labels: [{ name: "bug", color: "d73a4a" }],
      branches: [
        {
          name: "main",
          commits: [
            {
              message: "Begin",
              author: "olga",
              files: {
                "a.txt": text(before),
                "docs/b.md": "# B\n",
                "old.txt": "old\nwords\nhere\n",
              },
            },
          ],
        },
        {
          name: "change",
          commits: [
            {
              message: "Change",
              author: "alex",
              files: { "a.txt": text(after), "new.txt": "x\n", "docs/b.md": null },
            },
          ],
        },
      ],
      "pull-requests": [
        { title: "Change lines", body: "Better.", author: "alex", head: "change", labels: ["bug"] },
      ],
      issues: [{ title: "It is broken", author: "bystander" }],
    },
    { owner: "acme", name: "vault", private: true, collaborators: { olga: "admin" } },
    { owner: "alex", name: "shop", "fork-of": "acme/shop" },
  ],
  tokens: [
    ...people.map((login) => ({ kind: "user", value: login, login })),
    { kind: "installation", value: "app", app: "reviewer", account: "acme" },
    { kind: "job", value: "job", repository: "acme/shop", permissions: everything },
    {
      kind: "job",
      value: "job-that-reads",
      repository: "acme/shop",
      permissions: { contents: "read", pull_requests: "read" },
    },
  ],
};

interface RestReply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they asked for, and compare it
  readonly body: any;
}

export type Send = (
  request: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} ${string}`,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<RestReply>;

export interface RestScenario extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** Calls with the token that is called so, from `/repos/acme/shop` on unless the path is whole. */
  readonly as: (token: string) => Send;
  /** The heads of `main` and of the one pull request. */
  readonly base: string;
  readonly head: string;
}

/** @param wrongOnPurpose Of the judge: what the scenario does wrong in order to see it refused. */
export async function startRest(...wrongOnPurpose: readonly RegExp[]): Promise<RestScenario> {
  const sandbox = await startJudgedSandbox({ seed }, { wrongOnPurpose });
  const as =
    (token: string): Send =>
    (request, body, headers = {}) =>
      send(sandbox.url, token, request, body, headers);
  const { body } = await as("olga")("GET pulls/1");
  return {
    sandbox,
    as,
    base: body.base.sha,
    head: body.head.sha,
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

async function send(
  url: string,
  token: string,
  request: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<RestReply> {
  const [method = "GET", path = ""] = request.split(" ");
  const whole = path.startsWith("/") ? path : `/repos/acme/shop${path === "" ? "" : `/${path}`}`;
  const response = await fetch(`${url}${whole}`, {
    method,
    headers: {
      authorization: `bearer ${token}`,
      accept: "application/vnd.github+json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const raw = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && raw !== "" ? JSON.parse(raw) : raw,
  };
}
