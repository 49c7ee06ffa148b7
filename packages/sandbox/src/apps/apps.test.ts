import { importPKCS8, SignJWT } from "jose";
import { expect, test } from "vitest";
import { startJudgedSandbox } from "../../../../test/support/judge/judged-sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SeedInput } from "../seed/schema.ts";

const seed: SeedInput = {
  users: [{ login: "ada" }],
  organizations: [{ login: "acme" }],
  apps: [
    {
      slug: "reviewer",
      owner: "acme",
      installations: [
        {
          account: "acme",
          permissions: { contents: "read", pull_requests: "write" },
          repositories: ["acme/shop", "acme/vault"],
        },
      ],
    },
  ],
  repositories: [
    { owner: "acme", name: "shop" },
    { owner: "acme", name: "vault", private: true },
    { owner: "acme", name: "other", private: true },
  ],
};

test("an App that signs for itself learns who it is and where it is installed", async () => {
  // GitHub's description wants an account that is a user and an enterprise at once.
  const wrongOnPurpose = [/^GET \/app\/installations .*response \/0\/account/];
  await using sandbox = await startJudgedSandbox({ seed }, { wrongOnPurpose });
  const jwt = await sign(sandbox);
  expect(await get(sandbox, "/app", jwt)).toMatchObject({
    status: 200,
    body: { slug: "reviewer", installations_count: 1 },
  });
  const [installation] = [...sandbox.world.installations.values()];
  for (const path of ["/repos/acme/vault", "/users/acme", "/orgs/acme"]) {
    const found = await get(sandbox, `${path}/installation`, jwt);
    expect(found).toMatchObject({ status: 200, body: { id: installation?.id } });
  }
  expect(await get(sandbox, "/app/installations", jwt)).toMatchObject({
    body: [{ account: { login: "acme" }, repository_selection: "selected" }],
  });
});

test("where it is not installed there is nothing", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const jwt = await sign(sandbox);
  for (const path of ["/repos/acme/other", "/repos/acme/none", "/users/ada"]) {
    expect(await get(sandbox, `${path}/installation`, jwt)).toMatchObject({ status: 404 });
  }
});

test("a token for everything granted is good for an hour, and for these repositories", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const { status, body } = await exchange(sandbox, {});
  expect(status).toBe(201);
  expect(body).toMatchObject({
    permissions: { contents: "read", pull_requests: "write", metadata: "read" },
    repository_selection: "selected",
  });
  const minutes = (Date.parse(String(body.expires_at)) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(59);
  expect(minutes).toBeLessThanOrEqual(60.1);
  const own = await get(sandbox, "/installation/repositories", String(body.token));
  expect(own.body).toMatchObject({
    total_count: 2,
    repositories: [{ name: "shop" }, { name: "vault" }],
  });
});

test("less may be asked for than was granted", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const { body } = await exchange(sandbox, {
    repositories: ["vault"],
    permissions: { pull_requests: "read" },
  });
  expect(body).toMatchObject({
    permissions: { pull_requests: "read", metadata: "read" },
    repositories: [{ full_name: "acme/vault" }],
  });
});

test.each([
  [{ permissions: { contents: "write" } }, /permissions requested are not granted/],
  [{ permissions: { issues: "read" } }, /permissions requested are not granted/],
  [{ repositories: ["other"] }, /at least one repository/],
  [{ repository_ids: [1] }, /at least one repository/],
] as const)("more than was granted is refused: %j", async (wish, message) => {
  await using sandbox = await startJudgedSandbox({ seed });
  const { status, body } = await exchange(sandbox, wish);
  expect(status).toBe(422);
  expect(body.message).toMatch(message);
});

test("a token that was given back is good no more, nor is one that is over", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  const { body } = await exchange(sandbox, {});
  const revoked = await get(sandbox, "/installation/token", String(body.token), "DELETE");
  expect(revoked.status).toBe(204);
  expect(await get(sandbox, "/installation/repositories", String(body.token))).toMatchObject({
    status: 401,
    body: { message: "Bad credentials" },
  });
  const { body: second } = await exchange(sandbox, {});
  const token = sandbox.world.tokens.get(String(second.token));
  Object.assign(token ?? {}, { expiresAt: Date.now() - 1 });
  const late = await get(sandbox, "/installation/repositories", String(second.token));
  expect(late.status).toBe(401);
});

test.each([
  ["lives too long", { exp: 660 }, "'exp') is too far in the future"],
  ["is over", { exp: -1 }, "'exp') must be a numeric value"],
  ["comes from the future", { iat: 120 }, "'iat') must be an Integer"],
])("a JWT that %s is refused", async (_what, times, message) => {
  await using sandbox = await startJudgedSandbox({ seed });
  const answer = await get(sandbox, "/app", await sign(sandbox, times));
  expect(answer.status).toBe(401);
  expect(answer.body.message).toContain(message);
});

test("a JWT of another key, or of no known App, is refused", async () => {
  await using sandbox = await startJudgedSandbox({ seed });
  await using other = await startJudgedSandbox({ seed });
  const forged = await get(sandbox, "/app", await sign(other));
  expect(forged).toMatchObject({
    status: 401,
    body: { message: "A JSON web token could not be decoded" },
  });
  const unknown = await get(sandbox, "/app", await sign(sandbox, { iss: 1 }));
  expect(unknown).toMatchObject({ status: 404, body: { message: "Integration not found" } });
  // Nobody holds the key of the App that jobs act for.
  const actions = await get(sandbox, "/app", await sign(sandbox, { iss: 15368 }));
  expect(actions.status).toBe(401);
});

interface Times {
  readonly iss?: number;
  readonly iat?: number;
  readonly exp?: number;
}

/** @param times in seconds from now */
async function sign(sandbox: Sandbox, { iss, iat = -60, exp = 540 }: Times = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const app = [...sandbox.world.apps.values()].find(({ slug }) => slug === "reviewer");
  const key = await importPKCS8(sandbox.appKeys.get("reviewer") ?? "", "RS256");
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(String(iss ?? app?.id))
    .setIssuedAt(now + iat)
    .setExpirationTime(now + exp)
    .sign(key);
}

async function exchange(sandbox: Sandbox, wish: object) {
  const [id] = sandbox.world.installations.keys();
  const path = `/app/installations/${id}/access_tokens`;
  return get(sandbox, path, await sign(sandbox), "POST", wish);
}

async function get(
  sandbox: Sandbox,
  path: string,
  credential: string,
  method = "GET",
  body?: object,
) {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${credential}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}
