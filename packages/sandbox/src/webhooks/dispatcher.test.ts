import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { verify } from "@octokit/webhooks-methods";
import { expect, onTestFinished, test } from "vitest";
import { createIssueComment } from "../operations/issue-comments.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SeedInput } from "../seed/schema.ts";
import { startSandbox } from "../start-sandbox.ts";
import type { WorldEvent } from "../state/world.ts";
import { Dispatcher } from "./dispatcher.ts";

type Hooks = NonNullable<NonNullable<SeedInput["repositories"]>[number]["webhooks"]>;
const secret = ["hu", "sh"].join("");

test("what happens is told to a webhook, signed with its secret", async () => {
  const receiver = await receive(200);
  const sandbox = await sandboxWith([{ url: receiver.url, secret }]);
  comment(sandbox, "hello");
  await sandbox[Symbol.asyncDispose]();
  const [got] = receiver.requests;
  expect(receiver.requests).toHaveLength(1);
  expect(got?.headers).toMatchObject({
    "content-type": "application/json",
    "x-github-event": "issue_comment",
    "x-github-delivery": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(JSON.parse(got?.body ?? "")).toMatchObject({
    action: "created",
    comment: { body: "hello" },
    repository: { full_name: "ada/shop" },
    sender: { login: "ada" },
  });
  const signature = String(got?.headers["x-hub-signature-256"]);
  expect(await verify(secret, got?.body ?? "", signature)).toBe(true);
  expect(await verify(`${secret}!`, got?.body ?? "", signature)).toBe(false);
  expect(sandbox.deliveries).toMatchObject([
    { event: "issue_comment", url: receiver.url, status: 200, error: null, body: got?.body },
  ]);
});

test("a webhook hears what it asked for, in order; one that is off hears nothing", async () => {
  const [all, some, off] = [await receive(200), await receive(200), await receive(200)];
  const sandbox = await sandboxWith([
    { url: all.url },
    { url: some.url, events: ["push"] },
    { url: off.url, active: false },
  ]);
  for (const body of ["1", "2", "3", "4", "5"]) comment(sandbox, body);
  await sandbox[Symbol.asyncDispose]();
  const bodies = all.requests.map(({ body }) => JSON.parse(body).comment.body);
  expect(bodies).toEqual(["1", "2", "3", "4", "5"]);
  expect(all.requests[0]?.headers).not.toHaveProperty("x-hub-signature-256");
  expect([some.requests, off.requests]).toEqual([[], []]);
});

test("a delivery that fails is recorded and not repeated", async () => {
  const receiver = await receive(500);
  const sandbox = await sandboxWith([{ url: receiver.url }, { url: "http://127.0.0.1:1/" }]);
  comment(sandbox, "hello");
  await sandbox[Symbol.asyncDispose]();
  const found = sandbox.deliveries.map(({ url, status, error }) => [url, status, error !== null]);
  expect(found.sort()).toEqual(
    [
      ["http://127.0.0.1:1/", null, true],
      [receiver.url, 500, false],
    ].sort(),
  );
  expect(receiver.requests).toHaveLength(1);
});

test("the end does not wait for ever for a receiver that does not answer", async () => {
  const receiver = await receive(null);
  await using sandbox = await sandboxWith([{ url: receiver.url }, { url: receiver.url }]);
  const repository = sandbox.world.repositories.get("ada/shop");
  if (repository === undefined) throw new Error("no such repository");
  const event: WorldEvent = { name: "ping", repository, sender: repository.owner, payload: {} };
  const dispatcher = new Dispatcher(100);
  dispatcher.dispatch(event);
  dispatcher.dispatch(event);
  const begin = performance.now();
  await dispatcher[Symbol.asyncDispose]();
  // A delivery by itself takes ten seconds to be given up.
  expect(performance.now() - begin).toBeLessThan(9_000);
  expect(dispatcher.deliveries.map(({ status }) => status)).toEqual([null, null, null, null]);
});

function sandboxWith(webhooks: Hooks): Promise<Sandbox> {
  return startSandbox({
    seed: {
      users: [{ login: "ada" }],
      repositories: [{ owner: "ada", name: "shop", issues: [{ title: "One" }], webhooks }],
    },
  });
}

function comment({ world }: Sandbox, body: string): void {
  const issue = world.repositories.get("ada/shop")?.issues.get(1);
  if (issue === undefined) throw new Error("no such issue");
  createIssueComment(world, { actor: issue.author, app: null }, issue, body);
}

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** @param status null: never answers */
async function receive(status: number | null) {
  const requests: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    if (status !== null) response.writeHead(status).end("ok");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}
