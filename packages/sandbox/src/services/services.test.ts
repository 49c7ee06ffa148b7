import { createHash } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { beginJob, type RunningJob } from "../runner/begin-job.ts";
import type { Sandbox } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";
import { reserveArtifact } from "./artifacts.ts";
import { backendIdOf } from "./backend-id.ts";
import { createRuntimeToken } from "./runtime-token.ts";

test("a name that was created and never finalized is taken, and seen nowhere", async () => {
  const { call, rest } = await startJob();
  expect(await call("CreateArtifact", { name: "burnt" })).toMatchObject({ status: 200 });
  expect(await call("ListArtifacts", {})).toMatchObject({ body: { artifacts: [] } });
  expect(await call("GetSignedArtifactURL", { name: "burnt" })).toMatchObject({
    status: 404,
    body: { code: "not_found", msg: "artifact not found" },
  });
  expect(await rest("/actions/artifacts")).toMatchObject({ body: { total_count: 0 } });
  expect(await call("CreateArtifact", { name: "burnt" })).toMatchObject({
    status: 409,
    body: { code: "already_exists" },
  });
});

test("what was uploaded has to be what is finalized", async () => {
  const { call, upload } = await startJob();
  const address = await upload("result", "content");
  expect((await put(`${address}&comp=block&blockid=AA==`, "more")).status).toBe(201);
  for (const told of [{ size: "6" }, { size: "7", hash: "sha256:00" }]) {
    const refused = await call("FinalizeArtifact", { name: "result", ...told });
    expect(refused).toMatchObject({ status: 400, body: { code: "invalid_argument" } });
  }
  const hash = `sha256:${createHash("sha256").update("content").digest("hex")}`;
  const first = await call("FinalizeArtifact", { name: "result", size: "7", hash });
  expect(first).toMatchObject({ status: 200, body: { ok: true } });
  expect(await call("FinalizeArtifact", { name: "result", size: "7", hash })).toEqual(first);
  expect(await call("FinalizeArtifact", { name: "other", size: "7" })).toMatchObject({
    status: 404,
  });
});

test("blocks are put together in the order of their list", async () => {
  const { call } = await startJob();
  const { body } = await call("CreateArtifact", { name: "result" });
  const address = String(body.signed_upload_url);
  for (const [id, text] of [
    ["Yg==", "second"],
    ["YQ==", "first "],
  ])
    await put(`${address}&comp=block&blockid=${encodeURIComponent(id ?? "")}`, text ?? "");
  const list = "<BlockList><Latest>YQ==</Latest><Latest>Yg==</Latest></BlockList>";
  expect((await put(`${address}&comp=blocklist`, list)).status).toBe(201);
  const unknown = await put(
    `${address}&comp=blocklist`,
    "<BlockList><Latest>Yw==</Latest></BlockList>",
  );
  expect(unknown.status).toBe(400);
  expect(await call("FinalizeArtifact", { name: "result", size: "12" })).toMatchObject({
    status: 200,
  });
  const signed = await call("GetSignedArtifactURL", { name: "result" });
  const read = String(signed.body.signed_url);
  expect(await (await fetch(read)).text()).toBe("first second");
  const part = await fetch(read, { headers: { range: "bytes=6-8" } });
  expect([part.status, await part.text()]).toEqual([206, "sec"]);
  expect(part.headers.get("content-range")).toBe("bytes 6-8/12");
  expect((await fetch(read, { headers: { range: "bytes=12-" } })).status).toBe(416);
  const head = await fetch(read, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, "12"]);
});

test("an address is good for what it was signed for, and not for long", async () => {
  const { sandbox, upload, call } = await startJob();
  const address = await upload("result", "content");
  await call("FinalizeArtifact", { name: "result", size: "7" });
  const signed = String((await call("GetSignedArtifactURL", { name: "result" })).body.signed_url);
  expect((await fetch(address)).status).toBe(403);
  expect((await put(signed, "other")).status).toBe(403);
  expect((await fetch(signed.replace("sp=r", "sp=cw"))).status).toBe(403);
  expect((await fetch(signed.replace(/sig=..../, "sig=AAAA"))).status).toBe(403);
  expect((await fetch(signed.replace(/se=\d+/, "se=99999999999999"))).status).toBe(403);
  expect((await fetch(signed)).status).toBe(200);
  moveClock(sandbox, 11 * 60_000);
  expect((await fetch(signed)).status).toBe(403);
});

test("a token reaches only its own run, and only while it is good", async () => {
  const { sandbox, job, send } = await startJob();
  const other = await begin(sandbox);
  const ids = idsOf(job);
  const own = job.variables.ACTIONS_RUNTIME_TOKEN;
  const forged = `${own.split(".").slice(0, 2).join(".")}.${"A".repeat(43)}`;
  const expired = await createRuntimeToken(sandbox.world, {
    run: job.run,
    job: "run",
    lifetimeMs: -1_000,
  });
  const ask = (token: string, body: Fields) => send("ListArtifacts", body, token);
  expect(await ask(own, ids)).toMatchObject({ status: 200 });
  expect(await ask(own, idsOf(other))).toMatchObject({
    status: 403,
    body: { code: "permission_denied" },
  });
  expect(await ask(other.variables.ACTIONS_RUNTIME_TOKEN, ids)).toMatchObject({ status: 403 });
  for (const bad of [forged, expired, job.token, ""])
    expect(await ask(bad, ids)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
});

test("names and number of artifacts have limits", async () => {
  const { sandbox, call, job } = await startJob();
  for (const name of ["", "a/b", 'a"b', "a\nb"])
    expect(await call("CreateArtifact", { name })).toMatchObject({ status: 400 });
  const wanted = { mediaType: "application/zip", expiresAt: null };
  const ofJob = { run: job.run, id: backendIdOf(job.run, "another"), attempt: 1 };
  for (let index = 0; index < 500; index++)
    reserveArtifact(sandbox.world, ofJob, { name: `n${index}`, ...wanted });
  expect(() => reserveArtifact(sandbox.world, ofJob, { name: "one more", ...wanted })).toThrow(
    "a job cannot have more than 500 artifacts",
  );
  expect(await call("CreateArtifact", { name: "of this job" })).toMatchObject({ status: 200 });
});

test("artifacts last as long as they were asked to, and 90 days at most", async () => {
  const { sandbox, call, rest, upload } = await startJob();
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  for (const [name, expires_at] of [
    ["short", soon],
    ["long", "2999-01-01T00:00:00Z"],
  ] as const) {
    await upload(name, "content", { expires_at });
    await call("FinalizeArtifact", { name, size: "7" });
  }
  const [short, long] = sandbox.world.repositories.get("acme/shop")?.artifacts ?? [];
  expect(long?.expiresAt.getTime()).toBeLessThan(Date.now() + 91 * 86_400_000);
  const path = `/actions/artifacts/${short?.id}`;
  expect(await rest(path)).toMatchObject({ body: { expired: false } });
  const found = await rest(`${path}/zip`);
  expect([found.status, found.location]).toEqual([302, expect.stringContaining("sig=")]);
  moveClock(sandbox, 2 * 3_600_000);
  expect(await rest(path)).toMatchObject({ body: { expired: true } });
  expect(await rest(`${path}/zip`)).toMatchObject({ status: 410 });
});

test("lists are paged and filtered, newest first", async () => {
  const { call, rest, upload, job } = await startJob();
  for (const name of ["a", "b", "c"]) {
    await upload(name, name);
    await call("FinalizeArtifact", { name, size: "1" });
  }
  const names = (answer: Answer) =>
    (answer.body.artifacts as { name: string }[]).map(({ name }) => name);
  const ofRun = `/actions/runs/${job.run.id}/artifacts`;
  expect(names(await rest(`${ofRun}?per_page=2`))).toEqual(["c", "b"]);
  expect(names(await rest(`${ofRun}?per_page=2&page=2`))).toEqual(["a"]);
  expect(names(await rest(`${ofRun}?direction=asc`))).toEqual(["a", "b", "c"]);
  expect(names(await rest("/actions/artifacts?name=b"))).toEqual(["b"]);
  expect(await rest("/actions/runs/1/artifacts")).toMatchObject({ status: 404 });
});

test("caches can be listed and deleted over REST", async () => {
  const { sandbox, send, rest, job } = await startJob({ actions: "write" });
  const token = job.variables.ACTIONS_RUNTIME_TOKEN;
  for (const key of ["etags-1", "etags-2", "other"]) {
    const { body } = await send("CreateCacheEntry", { key, version: "v" }, token);
    await put(String(body.signed_upload_url), key);
    const size_bytes = String(key.length);
    const done = await send("FinalizeCacheEntryUpload", { key, version: "v", size_bytes }, token);
    expect(done).toMatchObject({ status: 200, body: { ok: true } });
  }
  const refused = await send("CreateCacheEntry", { key: "a,b", version: "v" }, token);
  expect(refused).toMatchObject({ status: 400 });
  expect(await rest("/actions/caches?key=etags-")).toMatchObject({ body: { total_count: 2 } });
  const deleted = await rest("/actions/caches?key=etags-1", "DELETE");
  expect(deleted).toMatchObject({ status: 200, body: { actions_caches: [{ key: "etags-1" }] } });
  const [entry] = sandbox.world.repositories.get("acme/shop")?.caches ?? [];
  expect(await rest(`/actions/caches/${entry?.id}`, "DELETE")).toMatchObject({ status: 204 });
  expect(await rest("/actions/caches")).toMatchObject({ body: { total_count: 1 } });
  expect(await rest("/actions/caches?key=etags-1", "DELETE")).toMatchObject({ status: 404 });
});

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly location: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

async function startJob(permissions: RunningPermissions = { actions: "read" }) {
  const branches = [{ name: "main", commits: [{ files: { "README.md": "# Shop" } }] }];
  const repositories = [{ owner: "acme", name: "shop", branches }];
  const sandbox = await startSandbox({
    seed: { organizations: [{ login: "acme" }], repositories },
  });
  onTestFinished(() => sandbox[Symbol.asyncDispose]());
  const job = await begin(sandbox, permissions);
  const send = async (method: string, body: Fields, token: string): Promise<Answer> => {
    const service = method.includes("Cache") ? "CacheService" : "ArtifactService";
    const url = `${sandbox.url}/twirp/github.actions.results.api.v1.${service}/${method}`;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    return read(await fetch(url, { method: "POST", headers, body: JSON.stringify(body) }));
  };
  const call = (method: string, body: Fields) =>
    send(method, { ...idsOf(job), ...body }, job.variables.ACTIONS_RUNTIME_TOKEN);
  return {
    sandbox,
    job,
    send,
    call,
    rest: async (path: string, method = "GET"): Promise<Answer> => {
      const headers = { authorization: `Bearer ${job.token}` };
      const url = `${sandbox.url}/repos/acme/shop${path}`;
      return read(await fetch(url, { method, headers, redirect: "manual" }));
    },
    upload: async (name: string, content: string, more: Fields = {}): Promise<string> => {
      const { body } = await call("CreateArtifact", { name, ...more });
      await put(String(body.signed_upload_url), content);
      return String(body.signed_upload_url);
    },
  };
}

type RunningPermissions = NonNullable<Parameters<typeof beginJob>[0]["permissions"]>;

function begin(sandbox: Sandbox, permissions: RunningPermissions = {}): Promise<RunningJob> {
  const event = { name: "schedule", payload: {} };
  return beginJob({ sandbox, event, repository: "acme/shop", permissions, workflow: "test" });
}

function idsOf({ run, name }: RunningJob): Fields {
  return {
    workflow_run_backend_id: backendIdOf(run),
    workflow_job_run_backend_id: backendIdOf(run, name),
  };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = text.startsWith("{") ? JSON.parse(text) : {};
  return { status: response.status, body, location: response.headers.get("location") };
}

function put(address: string, body: string): Promise<Response> {
  return fetch(address, { method: "PUT", body });
}

/** Lets time pass in a world. */
function moveClock({ world }: Sandbox, ms: number): void {
  const { now } = world;
  Object.assign(world, { now: () => new Date(now().getTime() + ms) });
}
