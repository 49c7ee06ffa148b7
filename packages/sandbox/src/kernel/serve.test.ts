import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";
import { startJudgedSandbox } from "../../../../test/support/judge/judged-sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SeedInput } from "../seed/schema.ts";
import { startSandbox } from "../start-sandbox.ts";

const seed: SeedInput = {
  users: [{ login: "ada" }],
  repositories: [{ owner: "ada", name: "shop" }],
  tokens: [
    { kind: "user", login: "ada", value: "of-ada" },
    { kind: "job", repository: "ada/shop", permissions: {}, value: "of-job" },
  ],
};

test("what is not there is not found, in GitHub's words", async () => {
  await using sandbox = await startSandbox();
  const answer = await fetch(`${sandbox.url}/nowhere`);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    message: "Not Found",
    documentation_url: "https://docs.github.com/rest",
    status: "404",
  });
});

test.each(["Bearer nobody", "token nobody", "Basic bm9ib2R5Og==", "Digest x"])(
  "%s is no credential",
  async (authorization) => {
    await using sandbox = await startSandbox();
    const answer = await fetch(`${sandbox.url}/meta`, { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ message: "Bad credentials" });
  },
);

test.each([
  "bearer of-ada",
  "token of-ada",
  `basic ${btoa("ada:of-ada")}`,
  `basic ${btoa("of-ada:")}`,
])("%s is one", async (authorization) => {
  await using sandbox = await startSandbox({ seed });
  const answer = await fetch(`${sandbox.url}/meta`, { headers: { authorization } });
  expect(answer.status).toBe(200);
});

test("a client that does not say what it is is not served", async () => {
  await using sandbox = await startSandbox();
  const asked = request(`${sandbox.url}/meta`);
  asked.removeHeader("user-agent");
  asked.end();
  const [answer] = await once(asked, "response");
  answer.resume();
  expect(answer.statusCode).toBe(403);
});

test("limits count down for each credential", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  await get(sandbox, "/meta", "of-job");
  const job = await get(sandbox, "/meta", "of-job");
  const user = await get(sandbox, "/meta", "of-ada");
  const nobody = await fetch(`${sandbox.url}/meta`);
  const left = [job, user, nobody].map(({ headers }) => [
    headers.get("x-ratelimit-limit"),
    headers.get("x-ratelimit-remaining"),
    headers.get("x-ratelimit-used"),
    headers.get("x-ratelimit-resource"),
  ]);
  expect(left).toEqual([
    ["1000", "998", "2", "core"],
    ["5000", "4999", "1", "core"],
    ["60", "59", "1", "core"],
  ]);
  const reset = Number(job.headers.get("x-ratelimit-reset")) - Date.now() / 1000;
  expect(reset).toBeGreaterThan(3590);
  expect(reset).toBeLessThanOrEqual(3601);
});

test("nothing left is a 403, until the hour is over", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const window = sandbox.world.tokens.get("of-ada")?.rest;
  if (window === undefined) throw new Error("no such token");
  window.used = window.limit;
  const refused = await get(sandbox, "/meta", "of-ada");
  expect([refused.status, refused.headers.get("x-ratelimit-remaining")]).toEqual([403, "0"]);
  expect(await refused.json()).toMatchObject({
    message: expect.stringMatching(/^API rate limit exceeded for user ID \d+\.$/),
  });
  window.resetAt = Date.now() - 1;
  expect((await get(sandbox, "/meta", "of-ada")).headers.get("x-ratelimit-used")).toBe("1");
});

test("GraphQL has a limit of its own, and tells in its own way that nothing is left", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const ask = () =>
    fetch(`${sandbox.url}/graphql`, {
      method: "POST",
      headers: { authorization: "Bearer of-ada" },
      body: JSON.stringify({ query: "{ viewer { login } }" }),
    });
  const first = await ask();
  expect(await first.json()).toEqual({ data: { viewer: { login: "ada" } } });
  expect(first.headers.get("x-ratelimit-resource")).toBe("graphql");
  const token = sandbox.world.tokens.get("of-ada");
  expect([token?.graphql.used, token?.rest.used]).toEqual([1, 0]);
  Object.assign(token?.graphql ?? {}, { used: token?.graphql.limit });
  const refused = await ask();
  expect([refused.status, refused.headers.get("x-ratelimit-remaining")]).toEqual([200, "0"]);
  expect(await refused.json()).toMatchObject({ errors: [{ type: "RATE_LIMITED" }] });
});

test("asking what is left costs nothing", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  await get(sandbox, "/rate_limit", "of-job");
  const answer = await get(sandbox, "/rate_limit", "of-job");
  expect(await answer.json()).toMatchObject({
    resources: { core: { limit: 1000, used: 0, remaining: 1000 }, graphql: { limit: 1000 } },
  });
});

test("what the caller has already is a 304 that costs nothing", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const first = await get(sandbox, "/meta", "of-ada");
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
  const again = await get(sandbox, "/meta", "of-ada", { "if-none-match": etag });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  expect(again.headers.get("x-ratelimit-used")).toBe("1");
  const other = await get(sandbox, "/meta", "of-job", { "if-none-match": etag });
  expect(other.status).toBe(200);
});

test("every request is recorded as it went over the wire", async () => {
  const seen: string[] = [];
  await using sandbox = await startSandbox({ seed, onExchange: ({ url }) => seen.push(url) });
  await get(sandbox, "/meta?a=b", "of-ada");
  await fetch(`${sandbox.url}/graphql`, { method: "POST", body: '{"query":"x"}' });
  expect(seen).toEqual(["/meta?a=b", "/graphql"]);
  expect(sandbox.exchanges).toMatchObject([
    {
      method: "GET",
      route: "/meta",
      requestHeaders: { authorization: "Bearer of-ada" },
      requestBody: null,
      status: 200,
      responseBody: { verifiable_password_authentication: false },
      faulted: false,
    },
    { route: "/graphql", requestBody: { query: "x" }, status: 401 },
  ]);
});

test("a sandbox that ends answers no more", async () => {
  const sandbox = await startSandbox();
  await sandbox[Symbol.asyncDispose]();
  await expect(fetch(`${sandbox.url}/meta`)).rejects.toThrow();
});

test("a port that is taken is an error that says what to do", async () => {
  await using sandbox = await startSandbox();
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: "sandbox/port-taken" });
});

function get(sandbox: Sandbox, path: string, token: string, headers: Record<string, string> = {}) {
  return fetch(sandbox.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
}
