import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sandbox } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";
import type { Access, Repository, Token } from "../state/model.ts";
import { authorize } from "./authorize.ts";
import { type Endpoint, endpoint, type Permission } from "./endpoint.ts";
import { noContent } from "./reply.ts";
import { findRepository } from "./sight.ts";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    seed: {
      users: ["ada", "bob", "eve"].map((login) => ({ login })),
      organizations: [{ login: "acme" }],
      repositories: [
        { owner: "acme", name: "open", collaborators: { ada: "write", bob: "read" } },
        {
          owner: "acme",
          name: "shut",
          private: true,
          collaborators: { ada: "write", bob: "read" },
        },
      ],
      apps: [
        { slug: "helper", owner: "acme", installations: [{ account: "acme", permissions: {} }] },
      ],
      tokens: [
        ...["ada", "bob", "eve"].map((login) => ({ kind: "user" as const, login, value: login })),
        { kind: "user", login: "ada", value: "fine", permissions: { contents: "read" } },
        job("job", "acme/shut", { contents: "read", issues: "write" }),
        job("elsewhere", "acme/open", { contents: "write" }),
        { kind: "installation", app: "helper", account: "acme", value: "bare", permissions: {} },
      ],
    },
  });
});

afterAll(() => sandbox[Symbol.asyncDispose]());

test.each([
  // Reading what is public is for everyone, with or without a permission.
  [null, "GET", "open", { contents: "read" }, 204],
  ["bare", "GET", "open", { contents: "read" }, 204],
  [null, "POST", "open", { issues: "write" }, 401],
  // What is private is not there for those who must not see it.
  [null, "GET", "shut", { contents: "read" }, 404],
  ["eve", "GET", "shut", { contents: "read" }, 404],
  ["elsewhere", "GET", "shut", { contents: "read" }, 404],
  ["bob", "GET", "shut", { contents: "read" }, 204],
  ["bare", "GET", "shut", { metadata: "read" }, 204],
  ["bare", "GET", "shut", { contents: "read" }, 403],
  // A token may do what it says.
  ["job", "GET", "shut", { contents: "read" }, 204],
  ["job", "PUT", "shut", { contents: "write" }, 403],
  ["job", "GET", "shut", { issues: "read" }, 204],
  ["job", "POST", "shut", { issues: "write" }, 204],
  ["job", "POST", "shut", { pull_requests: "write", issues: "write" }, 204],
  ["job", "POST", "open", { issues: "write" }, 403],
  ["fine", "PUT", "shut", { contents: "write" }, 403],
  // A person may do what the role says.
  ["ada", "PUT", "open", { contents: "write" }, 204],
  ["bob", "PUT", "open", { contents: "write" }, 404],
  ["bob", "POST", "open", { issues: "write" }, 204],
  ["eve", "POST", "open", { issues: "write" }, 204],
  ["ada", "POST", "open", { administration: "write" }, 403],
] as const)("%s may %s in %s with %j: %i", (who, method, name, permission, status) => {
  expect(attempt(who, method, name, permission)).toBe(status);
});

test("a refusal names the permissions that would do", () => {
  const permission = { issues: "write", pull_requests: "write" } as const;
  expect(() => enter("bare", "POST", "open", permission)).toThrow(
    expect.objectContaining({
      message: "Resource not accessible by integration",
      headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
    }),
  );
});

function attempt(
  who: string | null,
  method: Endpoint["method"],
  name: string,
  permission: Permission,
): number {
  try {
    enter(who, method, name, permission);
    return 204;
  } catch (thrown) {
    return (thrown as { status: number }).status;
  }
}

function enter(
  who: string | null,
  method: Endpoint["method"],
  name: string,
  permission: Permission,
): void {
  const token: Token | null = who === null ? null : (sandbox.world.tokens.get(who) ?? null);
  const repository: Repository = findRepository(sandbox.world, "acme", name, token);
  const target = endpoint({
    method,
    path: "/repos/{owner}/{repo}/x",
    permission,
    handle: () => noContent(),
  });
  authorize(target, token, repository);
}

function job(value: string, repository: string, permissions: Record<string, Access>) {
  return { kind: "job" as const, value, repository, permissions };
}
