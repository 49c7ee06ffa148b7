import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Sandbox, SandboxOptions } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";

test("a limit of the second kind, with and without a time to wait", async () => {
  await using sandbox = await startSandbox();
  sandbox.addFault({ effect: { kind: "rate-limit", status: 403, retryAfter: null } });
  sandbox.addFault({ effect: { kind: "rate-limit", status: 429, retryAfter: 7 } });
  const [first, second, third] = [
    await fetch(`${sandbox.url}/meta`),
    await fetch(`${sandbox.url}/meta`),
    await fetch(`${sandbox.url}/meta`),
  ];
  expect([first.status, first.headers.get("retry-after")]).toEqual([403, null]);
  expect(await first.text()).toContain("secondary rate limit");
  expect([second.status, second.headers.get("retry-after")]).toEqual([429, "7"]);
  expect(third.status).toBe(200);
  // Nothing of the caller's own limit is spent.
  expect([first, second, third].map(({ headers }) => headers.get("x-ratelimit-used"))).toEqual([
    "0",
    "0",
    "1",
  ]);
  expect(sandbox.exchanges.map(({ faulted }) => faulted)).toEqual([true, true, false]);
});

test("a fault strikes where, when and as often as it was asked to", async () => {
  await using sandbox = await startSandbox();
  const path = /^\/rate_limit/;
  sandbox.addFault({
    effect: { kind: "status", status: 502 },
    method: "GET",
    path,
    skip: 1,
    times: 2,
  });
  const statuses: number[] = [];
  for (const asked of ["/rate_limit", "/meta", "/rate_limit?x", "/rate_limit", "/rate_limit"]) {
    statuses.push((await fetch(sandbox.url + asked)).status);
  }
  expect(statuses).toEqual([200, 200, 502, 502, 200]);
  sandbox.addFault({ effect: { kind: "status", status: 500, message: "Out" }, times: 99 });
  expect(await (await fetch(`${sandbox.url}/meta`)).json()).toMatchObject({ message: "Out" });
  sandbox.clearFaults();
  expect((await fetch(`${sandbox.url}/meta`)).status).toBe(200);
});

test("a slow answer comes late, and is a good one", async () => {
  await using sandbox = await startSandbox();
  sandbox.addFault({ effect: { kind: "slow", ms: 150 } });
  const begin = performance.now();
  const answer = await fetch(`${sandbox.url}/meta`);
  expect(answer.status).toBe(200);
  expect(performance.now() - begin).toBeGreaterThan(140);
});

test("a slow answer does not hold up the end", async () => {
  const sandbox = await startSandbox();
  sandbox.addFault({ effect: { kind: "slow", ms: 600_000 } });
  const asked = fetch(`${sandbox.url}/meta`).catch((thrown: unknown) => thrown);
  await wait(50);
  await sandbox[Symbol.asyncDispose]();
  // Held up, it would end after ten minutes.
  expect(await asked).toBeInstanceOf(Error);
});

test("a cut answer begins and does not end", async () => {
  await using sandbox = await startSandbox();
  sandbox.addFault({ effect: { kind: "cut" } });
  const answer = await fetch(`${sandbox.url}/meta`);
  expect(answer.status).toBe(200);
  await expect(answer.json()).rejects.toThrow();
});

test("a cut answer without a body has no whole head", async () => {
  await using sandbox = await startSandbox(withToken);
  sandbox.addFault({ effect: { kind: "cut" }, method: "DELETE" });
  await expect(revoke(sandbox)).rejects.toThrow();
  expect(sandbox.world.tokens.size).toBe(0);
});

test("a lost answer leaves its work done", async () => {
  await using sandbox = await startSandbox(withToken);
  sandbox.addFault({ effect: { kind: "lost" }, method: "DELETE" });
  await expect(revoke(sandbox)).rejects.toThrow();
  expect(sandbox.world.tokens.size).toBe(0);
  expect(sandbox.exchanges).toMatchObject([{ method: "DELETE", status: 204, faulted: true }]);
});

const withToken: SandboxOptions = {
  seed: {
    users: [{ login: "ada" }],
    repositories: [{ owner: "ada", name: "shop" }],
    tokens: [{ kind: "job", repository: "ada/shop", permissions: {}, value: "of-job" }],
  },
};

/** A write that is answered without a body. */
function revoke({ url }: Sandbox): Promise<Response> {
  const headers = { authorization: "Bearer of-job" };
  return fetch(`${url}/installation/token`, { method: "DELETE", headers });
}
