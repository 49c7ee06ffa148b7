import { digest, verifyAudit } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import type { GitHubClient, Write } from "./client.ts";
import type { Clock, GitHubClientOptions } from "./client-options.ts";
import { createClient } from "./create-client.ts";

const base = "https://github.test/api";
const token = ["ghs", "t".repeat(36)].join("_");

/** An answer, or a connection that ends without one. */
type Scripted =
  | { status?: number; body?: unknown; headers?: Record<string, string> }
  | "lost"
  | "cut";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

interface Harness {
  readonly client: GitHubClient;
  readonly sent: Sent[];
  readonly slept: number[];
  readonly lines: string[];
  readonly notices: string[];
}

/** A client whose server answers by a script, and whose time passes only in sleep. */
function harness(script: Scripted[], overrides: Partial<GitHubClientOptions> = {}): Harness {
  const sent: Sent[] = [];
  const slept: number[] = [];
  const lines: string[] = [];
  const notices: string[] = [];
  let time = Date.UTC(2026, 10, 20, 10);
  const clock: Clock = {
    now: () => time,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
      const until = time + ms;
      await new Promise(setImmediate);
      time = Math.max(time, until);
    },
  };
  const answer: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? "GET";
    sent.push({
      method,
      path: url.pathname + url.search,
      headers: new Headers(init?.headers),
      body: String(init?.body ?? ""),
    });
    const next = script.shift();
    if (next === undefined) throw new Error(`nothing is scripted for ${method} ${url}`);
    if (next === "lost")
      throw new TypeError("fetch failed", { cause: new Error("other side closed") });
    if (next === "cut") {
      const stream = new ReadableStream({
        pull: (controller) => controller.error(new TypeError("terminated")),
      });
      return new Response(stream, { headers: { "content-type": "application/json" } });
    }
    const { status = 200, body = {}, headers = {} } = next;
    const isBodiless = status === 304 || status === 204;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new Response(isBodiless ? null : text, {
      status,
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
    });
  };
  const client = createClient({
    credentials: { kind: "token", token },
    baseUrl: base,
    fetch: answer,
    clock,
    audit: { read: async () => [], append: async (line) => void lines.push(line) },
    onNotice: (notice) => notices.push(notice),
    ...overrides,
  });
  return { client, sent, slept, lines, notices };
}

function limits(remaining: number, reset = 1_900_000_000): Record<string, string> {
  return {
    "x-ratelimit-limit": "1000",
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
  };
}

const place = { owner: "acme", repo: "web", issue_number: 7 };

function readIssue(client: GitHubClient) {
  return client.read("GET /repos/{owner}/{repo}/issues/{issue_number}", place);
}

function comment(find: Write<string>["find"] = async () => null): Write<string> {
  return {
    action: "comment",
    target: "acme/web#7",
    send: async (sender) => {
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      return (await sender.rest(route, { ...place, body: "Hello." })).body ?? "";
    },
    find,
  };
}

function statuses(lines: readonly string[]): unknown[] {
  return lines.map((line) => (JSON.parse(line) as { status: string }).status);
}

describe("a read", () => {
  test("goes to the base address with the token, and says what came", async () => {
    const { client, sent } = harness([{ body: { number: 7 } }]);
    expect(await readIssue(client)).toMatchObject({ number: 7 });
    expect(sent[0]?.path).toBe("/api/repos/acme/web/issues/7");
    expect(sent[0]?.headers.get("authorization")).toBe(`token ${token}`);
  });

  test.each<[string, Scripted]>([
    ["a lost answer", "lost"],
    ["an answer that broke off", "cut"],
    ["JSON that ends early", { body: '{"number":' }],
    ["a server's error", { status: 502, body: "<html>Bad Gateway</html>" }],
  ])("is sent again after %s", async (_what, fault) => {
    const { client, sent, slept } = harness([fault, { body: { number: 7 } }]);
    expect(await readIssue(client)).toMatchObject({ number: 7 });
    expect(sent).toHaveLength(2);
    expect(slept).toEqual([1000]);
    expect(client.usage()).toMatchObject({ reads: 2, retries: 1 });
  });

  test("gives up after four lost answers", async () => {
    const { client, sent } = harness(["lost", "lost", "lost", "lost"]);
    await expect(readIssue(client)).rejects.toMatchObject({
      code: "github/no-answer",
      place: "GET /api/repos/acme/web/issues/7",
      fault: "platform",
    });
    expect(sent).toHaveLength(4);
  });

  test("follows every page", async () => {
    const next = `<${base}/repositories/1/issues?page=2>; rel="next"`;
    const { client, sent } = harness([
      { body: [{ number: 1 }], headers: { link: next } },
      { body: [{ number: 2 }] },
    ]);
    const all = await client.readAll("GET /repos/{owner}/{repo}/issues", {
      owner: "acme",
      repo: "web",
    });
    expect(all.map(({ number }) => number)).toEqual([1, 2]);
    expect(sent[0]?.path).toContain("per_page=100");
  });

  test("never carries the token to another server", async () => {
    const link = '<https://elsewhere.test/steal>; rel="next"';
    const { client, sent } = harness([{ body: [], headers: { link } }]);
    const all = client.readAll("GET /repos/{owner}/{repo}/issues", { owner: "acme", repo: "web" });
    await expect(all).rejects.toMatchObject({ code: "github/foreign-address" });
    expect(sent).toHaveLength(1);
  });

  test("ends with the run", async () => {
    const stop = new AbortController();
    const { client } = harness(["lost"], { signal: stop.signal });
    stop.abort();
    await expect(readIssue(client)).rejects.toMatchObject({ code: "github/stopped" });
  });

  test("may not take longer than a request may", async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const { client } = harness([], { fetch: never, requestTimeoutMs: 5 });
    await expect(readIssue(client)).rejects.toMatchObject({ code: "github/no-answer" });
  });
});

describe("a limit", () => {
  const secondary = { message: "You have exceeded a secondary rate limit." };
  const reset = String(Date.UTC(2026, 10, 20, 10, 2) / 1000);

  test.each<[string, Scripted, number]>([
    [
      "as long as it says",
      { status: 403, body: secondary, headers: { "retry-after": "17" } },
      17_000,
    ],
    [
      "whatever the words of a 429",
      { status: 429, body: {}, headers: { "retry-after": "3" } },
      3000,
    ],
    ["at least a second", { status: 429, headers: { "retry-after": "0" } }, 1000],
    [
      "until the window begins anew",
      {
        status: 403,
        body: { message: "API rate limit exceeded" },
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
      },
      121_000,
    ],
    ["about a minute when it does not say", { status: 403, body: secondary }, 63_000],
  ])("is waited for %s", async (_how, fault, wait) => {
    const { client, slept } = harness([fault, { body: { number: 7 } }]);
    expect(await readIssue(client)).toMatchObject({ number: 7 });
    expect(slept).toEqual([wait]);
    expect(client.usage()).toMatchObject({ waitedMs: wait, retries: 1 });
  });

  test("doubles what it does not say", async () => {
    const fault = { status: 403, body: secondary };
    const { client, slept } = harness([fault, fault, fault, { body: {} }]);
    await readIssue(client);
    expect(slept).toEqual([63_000, 126_000, 252_000]);
  });

  test("is waited for once by all that run side by side", async () => {
    const fault = { status: 429, headers: { "retry-after": "9" } };
    const { client, slept } = harness([fault, fault, { body: {} }, { body: {} }]);
    await Promise.all([readIssue(client), readIssue(client)]);
    expect(client.usage().waitedMs).toBe(9000);
    expect(slept.every((ms) => ms === 9000)).toBe(true);
  });

  test("that is longer than a run may wait fails at once, and says when to come back", async () => {
    const { client, slept } = harness([{ status: 429, headers: { "retry-after": "601" } }]);
    await expect(readIssue(client)).rejects.toMatchObject({
      code: "github/limit",
      fix: expect.stringContaining("2026-11-20T10:10:01"),
    });
    expect(slept).toEqual([]);
  });

  test("in a GraphQL answer is one too", async () => {
    const fault = { body: { errors: [{ type: "RATE_LIMITED", message: "limit" }] } };
    const { client, slept } = harness([
      { ...fault, headers: { "retry-after": "4" } },
      { body: { data: { viewer: 1 } } },
    ]);
    expect(await client.query("query Who { viewer }", {})).toEqual({ viewer: 1 });
    expect(slept).toEqual([4000]);
  });

  test("of an hour is not waited for", async () => {
    const body = {
      message: "Validation Failed",
      errors: [{ message: "was submitted too quickly" }],
    };
    const { client, sent } = harness([{ status: 422, body }]);
    await expect(client.write(comment())).rejects.toMatchObject({
      code: "github/limit",
      fix: expect.stringContaining("an hour"),
    });
    expect(sent).toHaveLength(1);
  });

  test("does not slow a run of few writes, and spaces a long series", async () => {
    const answers = Array.from({ length: 7 }, () => ({ status: 201, body: { body: "" } }));
    const { client, slept } = harness(answers);
    for (let count = 0; count < 5; count++) await client.write(comment());
    expect(slept).toEqual([]);
    await client.write(comment());
    await client.write(comment());
    expect(slept).toEqual([1000, 1000]);
  });
});

describe("the budget", () => {
  test("ends a run before it has used more than its share of what was left", async () => {
    const { client, sent } = harness([
      { body: {}, headers: limits(3) },
      { body: {}, headers: limits(2) },
    ]);
    await readIssue(client);
    await readIssue(client);
    await expect(readIssue(client)).rejects.toMatchObject({
      code: "github/budget-spent",
      message: expect.stringContaining("2 requests of the 2 it may: 50 % of the 4"),
    });
    expect(sent).toHaveLength(2);
    expect(client.usage().budget).toEqual({
      limit: 1000,
      remainingAtStart: 4,
      used: 2,
      share: 0.5,
    });
  });

  test("counts for each limit by itself", async () => {
    const { client } = harness([{ body: {}, headers: limits(1) }, { body: { data: { a: 1 } } }]);
    await readIssue(client);
    expect(await client.query("query A { a }", {})).toEqual({ a: 1 });
  });

  test("begins anew with the window", async () => {
    const soon = Date.UTC(2026, 10, 20, 10) / 1000;
    const { client } = harness([{ body: {}, headers: limits(1, soon) }, { body: {} }]);
    await readIssue(client);
    await expect(readIssue(client)).resolves.toBeDefined();
  });
});

describe("a write", () => {
  const done: Scripted = { status: 201, body: { id: 1, body: "Hello." } };

  test("is told before and after, without its text", async () => {
    const { client, lines } = harness([done]);
    expect(await client.write(comment())).toEqual({ status: "written", value: "Hello." });
    await client.close();
    expect(statuses(lines)).toEqual(["intent", "written", "end"]);
    expect(lines.join()).not.toContain("Hello");
    expect(lines.join()).not.toContain(token);
    expect(verifyAudit(lines)).toMatchObject({ status: "sound", entries: 3 });
  });

  test.each<[string, Scripted]>([
    ["a lost answer", "lost"],
    ["an answer that broke off", "cut"],
    ["a server's error", { status: 500, body: {} }],
  ])("is not sent again after %s when it is found", async (_what, fault) => {
    const { client, sent, lines } = harness([fault]);
    const found = await client.write(comment(async () => "There."));
    expect(found).toEqual({ status: "found", value: "There." });
    expect(sent).toHaveLength(1);
    expect(statuses(lines)).toEqual(["intent", "failed", "found"]);
  });

  test("is sent again when it is not found", async () => {
    const { client, sent } = harness(["lost", done]);
    expect(await client.write(comment())).toEqual({ status: "written", value: "Hello." });
    expect(sent).toHaveLength(2);
  });

  test("is sent three times at most, and looked for each time", async () => {
    let looks = 0;
    const find = async () => {
      looks++;
      return null;
    };
    const { client, sent } = harness(["lost", "lost", "lost"]);
    await expect(client.write(comment(find))).rejects.toMatchObject({ code: "github/no-answer" });
    expect([sent.length, looks]).toEqual([3, 3]);
  });

  test("that a repetition is refused for is looked for once more", async () => {
    const answers = [null, "There."];
    const find = async () => answers.shift() ?? null;
    const { client } = harness(["lost", { status: 422, body: { message: "exists" } }]);
    expect(await client.write(comment(find))).toMatchObject({ status: "found" });
  });

  test("whose outcome nobody can find out is never repeated", async () => {
    const find: Write<string>["find"] = async (reader) => String(await readIssue(reader));
    const { client, sent } = harness(["lost", "lost", "lost", "lost", "lost"]);
    await expect(client.write(comment(find))).rejects.toMatchObject({
      code: "github/unknown-outcome",
      place: "acme/web#7",
    });
    expect(sent.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("that a limit refused did not take place, and is sent again without a look", async () => {
    const find = async () => Promise.reject(new Error("must not be looked for"));
    const fault = {
      status: 403,
      body: { message: "secondary rate limit" },
      headers: { "retry-after": "2" },
    };
    const { client, sent } = harness([fault, done]);
    expect(await client.write(comment(find))).toMatchObject({ status: "written" });
    expect(sent).toHaveLength(2);
  });

  test("that is refused is told as refused", async () => {
    const { client, lines } = harness([{ status: 404, body: { message: "Not Found" } }]);
    await expect(client.write(comment())).rejects.toMatchObject({
      code: "github/not-found",
      status: 404,
    });
    expect(statuses(lines)).toEqual(["intent", "refused"]);
  });

  test("is only told of in a dry run", async () => {
    const { client, sent, lines } = harness([], { dryRun: true });
    expect(await client.write(comment())).toEqual({ status: "dry-run" });
    expect(sent).toEqual([]);
    expect(statuses(lines)).toEqual(["dry-run"]);
    expect(lines[0]).toMatch(/"body":"[0-9a-f]{64}"/);
  });

  test("does not happen when it cannot be told", async () => {
    const audit = { read: async () => [], append: () => Promise.reject(new Error("disk full")) };
    const { client, sent } = harness([done], { audit });
    await expect(client.write(comment())).rejects.toThrow("disk full");
    expect(sent).toEqual([]);
  });

  test("is refused when the log of earlier writes was changed", async () => {
    const audit = { read: async () => ["{}"], append: async () => {} };
    const { client, sent } = harness([done], { audit });
    await expect(client.write(comment())).rejects.toMatchObject({ code: "audit/broken" });
    expect(sent).toEqual([]);
  });
});

describe("an error", () => {
  test("names the permission to add", async () => {
    const { client } = harness([
      {
        status: 403,
        body: { message: "Resource not accessible by integration" },
        headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" },
      },
    ]);
    await expect(client.write(comment())).rejects.toMatchObject({
      code: "github/missing-permission",
      place: "POST /api/repos/acme/web/issues/7/comments",
      fix: expect.stringContaining("`issues: write`, or `pull-requests: write`"),
    });
  });

  test("of GraphQL names the permissions that its fields need", async () => {
    const message = "Resource not accessible by integration";
    const at = (...path: string[]) => ({ type: "FORBIDDEN", path, message });
    const errors = [at("summary"), at("t0")];
    const { client } = harness([{ body: { data: { summary: null, t0: null }, errors } }]);
    const document =
      "mutation Do { summary: addComment(input: $a) { a } t0: resolveReviewThread(input: $b) { b } }";
    const send: Write<unknown>["send"] = (sender) => sender.graphql(document, {});
    await expect(client.write({ ...comment(), send })).rejects.toMatchObject({
      code: "github/missing-permission",
      message,
      fix: expect.stringContaining("`contents: write` and `pull-requests: write`"),
    });
  });

  test("says what GitHub says of each field", async () => {
    const errors = [{ resource: "Issue", field: "body", code: "missing" }, "too long"];
    const { client } = harness([{ status: 422, body: { message: "Validation Failed", errors } }]);
    await expect(client.write(comment())).rejects.toMatchObject({
      code: "github/invalid",
      message: "Validation Failed; Issue body missing; too long",
    });
  });

  test("never shows the token", async () => {
    const { client } = harness([{ status: 400, body: { message: `bad token ${token}` } }]);
    const thrown: unknown = await readIssue(client).catch((error: unknown) => error);
    expect(JSON.stringify([thrown, String(thrown)])).not.toContain(token);
    expect(String(thrown)).toContain("***");
  });

  test("of GraphQL names the document and what it was about", async () => {
    const errors = [{ type: "NOT_FOUND", path: ["repository"], message: "Could not resolve" }];
    const { client } = harness([{ body: { data: { repository: null }, errors } }]);
    await expect(client.query("query Head { a }", { owner: "acme" })).rejects.toMatchObject({
      code: "github/not-found",
      place: "query Head",
    });
  });
});

describe("an answer that is known", () => {
  const tagged = { body: { number: 7 }, headers: { etag: 'W/"one"' } };

  test("is shown again while it holds", async () => {
    const { client, sent } = harness([tagged, { status: 304 }]);
    await readIssue(client);
    expect(await readIssue(client)).toEqual({ number: 7 });
    expect(sent[1]?.headers.get("if-none-match")).toBe('W/"one"');
    expect(client.usage().cached).toBe(1);
  });

  test("tells of a store that fails, without what is secret in its words", async () => {
    const load = () => Promise.reject(new Error(`no answer to ${token}`));
    const { client, notices } = harness([tagged], {
      etagStore: { load, save: async () => {} },
    });
    expect(await readIssue(client)).toEqual({ number: 7 });
    expect(notices).toEqual([expect.stringMatching(/was not restored: Error: no answer to \*+$/)]);
  });

  test("is kept for the next run, and saved only when it is new", async () => {
    let kept: string | null = null;
    let saves = 0;
    const etagStore = {
      load: async () => kept,
      save: async (text: string) => {
        kept = text;
        saves++;
      },
    };
    const first = harness([tagged], { etagStore });
    await readIssue(first.client);
    await first.client.close();
    const second = harness([{ status: 304 }], { etagStore });
    expect(await readIssue(second.client)).toEqual({ number: 7 });
    await second.client.close();
    expect(saves).toBe(1);
    expect(kept).not.toContain(token);
  });

  test.each([
    ["asks another token by the time it last changed", "Fri, 20 Nov 2026 09:00:00 GMT", true],
    ["does not when that is a moment ago", "Fri, 20 Nov 2026 09:59:30 GMT", false],
  ])("%s", async (_what, changed, isAsked) => {
    let kept: string | null = null;
    const save = async (text: string) => {
      kept = text;
    };
    const etagStore = { load: async () => kept, save };
    const date = "Fri, 20 Nov 2026 10:00:00 GMT";
    const headers = { ...tagged.headers, date, "last-modified": changed };
    const first = harness([{ ...tagged, headers }], { etagStore });
    await readIssue(first.client);
    await first.client.close();
    const other = { kind: "token", token: ["ghs", "v".repeat(36)].join("_") } as const;
    const answer = isAsked ? { status: 304 } : tagged;
    const second = harness([answer], { etagStore, credentials: other });
    expect(await readIssue(second.client)).toEqual({ number: 7 });
    expect(second.sent[0]?.headers.get("if-modified-since")).toBe(isAsked ? changed : null);
    expect(second.sent[0]?.headers.has("if-none-match")).toBe(false);
  });

  test("is not shown to another sort of token", async () => {
    let kept: string | null = null;
    const save = async (text: string) => {
      kept = text;
    };
    const etagStore = { load: async () => kept, save };
    const first = harness([tagged], { etagStore });
    await readIssue(first.client);
    await first.client.close();
    const other = ["ghp", "u".repeat(36)].join("_");
    const second = harness([tagged], { etagStore, credentials: { kind: "token", token: other } });
    await readIssue(second.client);
    expect(second.sent[0]?.headers.has("if-none-match")).toBe(false);
  });

  test.each([
    ["no JSON", "{"],
    ["another format", '{"format":9,"entries":[]}'],
    ["entries that are none", '{"format":1,"entries":[1,null,{"key":"x"}]}'],
  ])("is forgotten when the cache holds %s", async (_what, text) => {
    const etagStore = { load: async () => text, save: async () => {} };
    const { client, sent } = harness([tagged], { etagStore });
    await readIssue(client);
    expect(sent[0]?.headers.has("if-none-match")).toBe(false);
  });

  test("may not lead elsewhere, whoever wrote the cache", async () => {
    const entry = {
      key: `ghs application/vnd.github.v3+json ${base}/repos/acme/web/issues/7`,
      etag: '"x"',
      holder: digest(`token ${token}`, 8),
      lastModified: null,
      contentType: "application/json",
      link: '<https://elsewhere.test/>; rel="next"',
      body: "{}",
    };
    const sound = { ...entry, link: null };
    const storing = (one: unknown) => ({
      load: async () => JSON.stringify({ format: 1, entries: [one] }),
      save: async () => {},
    });
    const asked = async (one: unknown) => {
      const { client, sent } = harness([tagged], { etagStore: storing(one) });
      await readIssue(client);
      return sent[0]?.headers.has("if-none-match");
    };
    expect([await asked(sound), await asked(entry)]).toEqual([true, false]);
  });

  test("never decides who may do what", async () => {
    const answer: Scripted = { body: { permission: "admin" }, headers: { etag: '"p"' } };
    const { client, sent } = harness([answer, answer]);
    const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
    const who = { owner: "acme", repo: "web", username: "mallory" };
    await client.read(route, who);
    await client.read(route, who);
    expect(sent[1]?.headers.has("if-none-match")).toBe(false);
  });

  test("is told as a notice when the cache fails, and the run goes on", async () => {
    const failing = () => Promise.reject(new Error("cache service down"));
    const { client, notices } = harness([tagged], { etagStore: { load: failing, save: failing } });
    await readIssue(client);
    await client.close();
    expect(notices).toHaveLength(2);
  });
});

describe("an App", () => {
  test("finds its installation and acts for it with one token", async () => {
    const { privateKey } = await crypto.subtle.generateKey(
      {
        name: "RSASSA-PKCS1-v1_5",
        hash: "SHA-256",
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
      },
      true,
      ["sign"],
    );
    const der = Buffer.from(await crypto.subtle.exportKey("pkcs8", privateKey)).toString("base64");
    const pem = ["-----BEGIN ", "PRIVATE KEY-----\n", der, "\n-----END ", "PRIVATE KEY-----"].join(
      "",
    );
    const installed = {
      status: 201,
      body: {
        token,
        expires_at: "2099-01-01T00:00:00Z",
        permissions: {},
        repository_selection: "all",
      },
    };
    const { client, sent } = harness(
      [{ body: { id: 42 } }, installed, { body: {} }, { body: {} }],
      {
        credentials: {
          kind: "app",
          appId: 5,
          privateKey: pem,
          installation: { owner: "acme", repository: "web" },
        },
      },
    );
    await readIssue(client);
    await readIssue(client);
    expect(sent.map(({ path }) => path)).toEqual([
      "/api/repos/acme/web/installation",
      "/api/app/installations/42/access_tokens",
      "/api/repos/acme/web/issues/7",
      "/api/repos/acme/web/issues/7",
    ]);
    expect(sent[0]?.headers.get("authorization")).toMatch(/^bearer eyJ/);
    expect(sent[3]?.headers.get("authorization")).toBe(`token ${token}`);
  });
});
