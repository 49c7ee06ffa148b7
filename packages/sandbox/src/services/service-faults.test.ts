import { expect, onTestFinished, test } from "vitest";
import { beginJob, type RunningJob } from "../runner/begin-job.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SeedInput } from "../seed/schema.ts";
import { startSandbox } from "../start-sandbox.ts";
import { backendIdOf } from "./backend-id.ts";

test("a burnt name is taken, by nobody who is seen", async () => {
  const { sandbox, job, store, names } = await start();
  sandbox.addFault({ effect: { kind: "burnt" }, path: /CreateArtifact$/ });
  expect(await store(job, "a")).toBe(409);
  expect(await names(job)).toEqual([]);
  expect(await store(job, "a")).toBe(409);
  expect(await store(job, "b")).toBe(200);
});

test("an answer is spoilt after the work was done", async () => {
  const { sandbox, job, store } = await start();
  sandbox.addFault({ effect: { kind: "spoilt", status: 502 }, path: /CreateArtifact$/ });
  expect(await store(job, "a")).toBe(502);
  expect(await store(job, "a")).toBe(409);
});

test("an artifact is listed late, by looks or by time", async () => {
  const { sandbox, job, store, names } = await start();
  sandbox.addFault({ effect: { kind: "late", looks: 2 }, path: /FinalizeArtifact$/ });
  sandbox.addFault({ effect: { kind: "late", ms: 60_000 }, path: /FinalizeArtifact$/ });
  for (const name of ["a", "b", "c"]) expect(await store(job, name)).toBe(200);
  expect(await names(job)).toEqual(["c"]);
  expect(await names(job)).toEqual(["c"]);
  expect(await names(job)).toEqual(["c", "a"]);
  const { now } = sandbox.world;
  Object.assign(sandbox.world, { now: () => new Date(now().getTime() + 61_000) });
  expect(await names(job)).toEqual(["c", "b", "a"]);
});

test("a cache entry is found late", async () => {
  const { sandbox, job, send, upload } = await start();
  sandbox.addFault({ effect: { kind: "late", looks: 1 }, path: /FinalizeCacheEntryUpload$/ });
  const named = { key: "history", version: "1" };
  const { body } = await send(job, "CreateCacheEntry", named);
  await upload(body.signed_upload_url);
  await send(job, "FinalizeCacheEntryUpload", { ...named, size_bytes: "1" });
  const found = [];
  for (let look = 0; look < 2; look++)
    found.push((await send(job, "GetCacheEntryDownloadURL", named)).body.ok);
  expect(found).toEqual([false, true]);
});

test("a limit names its time to every service", async () => {
  const { sandbox, job, send } = await start();
  sandbox.addFault({ effect: { kind: "rate-limit", status: 429, retryAfter: 3 } });
  expect(await send(job, "ListArtifacts", {})).toMatchObject({ status: 429, retryAfter: "3" });
});

test.each([
  ["visible", 409, ["a"]],
  ["hidden", 200, []],
] as const)("what earlier attempts stored is %s", async (earlier, status, seen) => {
  const { sandbox, job, store, names } = await start({ actions: { "earlier-attempts": earlier } });
  expect(await store(job, "a")).toBe(200);
  const again = await begin(sandbox, { of: job.run, attempt: 2 });
  expect(await names(again)).toEqual(seen);
  expect(await store(again, "a")).toBe(status);
  expect(await names(again)).toEqual(["a"]);
  // A job of the first attempt may still be at work.
  expect(await names(job)).toEqual(["a"]);
});

test("a seed brings faults along", async () => {
  const faults = [
    { effect: { kind: "status" as const, status: 503 }, path: "ListArtifacts$", skip: 1, times: 2 },
    { effect: { kind: "rate-limit" as const, "retry-after": 1 }, method: "POST" },
  ];
  const { job, send } = await start({ faults });
  const statuses = [];
  for (let call = 0; call < 4; call++) statuses.push((await send(job, "ListArtifacts", {})).status);
  expect(statuses).toEqual([429, 503, 503, 200]);
  const bad = { faults: [{ effect: { kind: "lost" as const }, path: "(" }] };
  await expect(start(bad)).rejects.toThrow("faults.0.path: a regular expression");
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

async function start(seed: SeedInput = {}) {
  const branches = [{ name: "main", commits: [{ files: { "README.md": "# Shop" } }] }];
  const repositories = [{ owner: "acme", name: "shop", branches }];
  const sandbox = await startSandbox({
    seed: { organizations: [{ login: "acme" }], repositories, ...seed },
  });
  onTestFinished(() => sandbox[Symbol.asyncDispose]());
  const send = (job: RunningJob, method: string, body: object) => call(sandbox, job, method, body);
  return {
    sandbox,
    job: await begin(sandbox),
    send,
    upload: (address: unknown) => fetch(String(address), { method: "PUT", body: "x" }),
    /** Stores an artifact. @returns the status of the first step that failed, or of the last */
    store: async (job: RunningJob, name: string): Promise<number> => {
      const { status, body } = await send(job, "CreateArtifact", { name });
      if (status !== 200) return status;
      await fetch(String(body.signed_upload_url), { method: "PUT", body: "x" });
      return (await send(job, "FinalizeArtifact", { name, size: "1" })).status;
    },
    names: async (job: RunningJob): Promise<string[]> => {
      const { body } = await send(job, "ListArtifacts", {});
      return (body.artifacts as { name: string }[]).map(({ name }) => name);
    },
  };
}

function begin(
  sandbox: Sandbox,
  run: NonNullable<Parameters<typeof beginJob>[0]["run"]> = {},
): Promise<RunningJob> {
  const event = { name: "schedule", payload: {} };
  return beginJob({ sandbox, event, repository: "acme/shop", workflow: "test", run });
}

async function call(
  { url }: Sandbox,
  { run, name, variables }: RunningJob,
  method: string,
  body: object,
): Promise<Answer> {
  const service = method.includes("Cache") ? "CacheService" : "ArtifactService";
  const response = await fetch(`${url}/twirp/github.actions.results.api.v1.${service}/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${variables.ACTIONS_RUNTIME_TOKEN}` },
    body: JSON.stringify({
      workflow_run_backend_id: backendIdOf(run),
      workflow_job_run_backend_id: backendIdOf(run, name),
      ...body,
    }),
  });
  const { status, headers } = response;
  return {
    status,
    retryAfter: headers.get("retry-after"),
    body: JSON.parse(await response.text()),
  };
}
