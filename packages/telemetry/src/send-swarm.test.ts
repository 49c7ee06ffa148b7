import { describe, expect, it } from "vitest";
import { type OtlpSpan, startOtlpCollector } from "../../../test/support/otlp-collector.ts";
import {
  eventfulDashboard,
  hostileDashboard,
  swarmReportOf,
  swarmStart,
  workerReportOf,
  workerResultOf,
} from "../../../test/support/swarm-report.ts";
import type { RunFacts } from "./run-facts.ts";
import { type SwarmTelemetry, sendSwarm } from "./send-swarm.ts";

const run: RunFacts = {
  runId: "9753949763",
  attempt: 1,
  pipeline: "test-swarm",
  url: "https://github.com/org/repository/actions/runs/9753949763",
  startedAt: swarmStart - 60_000,
  repository: {
    provider: "github",
    owner: "org",
    name: "repository",
    url: "https://github.com/org/repository",
    ref: "main",
    revision: "0123456789abcdef0123456789abcdef01234567",
    change: null,
  },
};

function telemetryOf(endpoint: string, overrides: Partial<SwarmTelemetry> = {}): SwarmTelemetry {
  return {
    report: swarmReportOf(),
    results: [workerResultOf("test/one.test.ts", 0), workerResultOf("test/two.test.ts", 1)],
    run,
    settings: { endpoint, isBase: true, headers: null },
    tool: { version: "0.1.0" },
    timeoutMs: 60_000,
    ...overrides,
  };
}

function attributesOf({ attributes }: Pick<OtlpSpan, "attributes">): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

const kinds = { internal: 1, server: 2 };

describe("a swarm as a trace", () => {
  it("is one run with its workers in it, and their tasks in them", async () => {
    await using collector = await startOtlpCollector();
    const outcome = await sendSwarm(telemetryOf(collector.url));
    expect(collector.faults).toEqual([]);
    expect(outcome).toMatchObject({ spans: 5, warning: null });
    const [root, first, second, one, two] = collector.spans();
    expect(root).toMatchObject({ name: "RUN test-swarm", kind: kinds.server, status: { code: 0 } });
    expect(root?.parentSpanId).toBeUndefined();
    expect([first?.name, second?.name]).toEqual(["worker 0", "worker 1"]);
    expect([first?.parentSpanId, second?.parentSpanId]).toEqual([root?.spanId, root?.spanId]);
    expect([one?.parentSpanId, two?.parentSpanId]).toEqual([first?.spanId, second?.spanId]);
    expect(
      collector
        .spans()
        .slice(1)
        .every(({ kind }) => kind === kinds.internal),
    ).toBe(true);
    expect(new Set(collector.spans().map(({ traceId }) => traceId))).toEqual(
      new Set([outcome.traceId]),
    );
  });

  it("says what the conventions ask for, of the run and of the code", async () => {
    await using collector = await startOtlpCollector();
    await sendSwarm(telemetryOf(collector.url));
    const [root, worker, , task] = collector.spans();
    expect(attributesOf(root ?? { attributes: [] })).toMatchObject({
      "cicd.pipeline.name": "test-swarm",
      "cicd.pipeline.run.id": "9753949763",
      "cicd.pipeline.run.url.full": run.url,
      "cicd.pipeline.action.name": "RUN",
      "cicd.pipeline.result": "success",
      "swarm.rho": 1.073,
    });
    expect(attributesOf(worker ?? { attributes: [] })).toMatchObject({
      "cicd.pipeline.task.name": "worker 0",
      "cicd.pipeline.task.run.result": "success",
      "cicd.worker.id": "a1-w0-e0",
    });
    expect(attributesOf(task ?? { attributes: [] })).toMatchObject({
      "cicd.pipeline.task.name": "test/one.test.ts",
      "cicd.pipeline.task.run.result": "success",
      "cicd.worker.id": "a1-w0-e0",
    });
    const resource = collector.requests[0]?.body.resourceSpans[0]?.resource;
    expect(attributesOf(resource ?? { attributes: [] })).toEqual({
      "service.name": "swarm-actions",
      "service.version": "0.1.0",
      "vcs.provider.name": "github",
      "vcs.owner.name": "org",
      "vcs.repository.name": "repository",
      "vcs.repository.url.full": "https://github.com/org/repository",
      "vcs.ref.head.name": "main",
      "vcs.ref.head.revision": run.repository?.revision,
    });
  });

  it("has the times of the report, though they are before this process", async () => {
    await using collector = await startOtlpCollector();
    await sendSwarm(telemetryOf(collector.url));
    const [root, worker, , task] = collector.spans();
    const times = (span: OtlpSpan | undefined) =>
      [span?.startTimeUnixNano, span?.endTimeUnixNano].map(
        (time) => Number(BigInt(time ?? 0) / 1_000_000n) - swarmStart,
      );
    expect(times(root)).toEqual([-60_000, 90_000]);
    expect(times(worker)).toEqual([-12_000, 90_000]);
    expect(times(task)).toEqual([0, 10_000]);
  });

  it("joins what other jobs of the run send, and no other run or attempt", async () => {
    await using collector = await startOtlpCollector();
    const idOf = async (overrides: Partial<RunFacts>) =>
      (await sendSwarm(telemetryOf(collector.url, { run: { ...run, ...overrides } }))).traceId;
    const own = await idOf({});
    expect(await idOf({ pipeline: "renamed", startedAt: null })).toBe(own);
    expect(await idOf({ attempt: 2 })).not.toBe(own);
    expect(await idOf({ runId: "1" })).not.toBe(own);
    expect(await idOf({ repository: null })).not.toBe(own);
  });

  it.each([
    ["success", {}, undefined],
    ["failure", { coverage: { tasks: 2, done: 2, failed: ["a"], missing: [] } }, "tasks-failed"],
    ["error", { outcome: "partial" }, "tasks-missing"],
    ["skip", { coverage: { tasks: 0, done: 0, failed: [], missing: [] } }, undefined],
  ] as const)("ends in %s", async (result, overrides, errorType) => {
    await using collector = await startOtlpCollector();
    await sendSwarm(telemetryOf(collector.url, { report: swarmReportOf(overrides) }));
    const [root] = collector.spans();
    const attributes = attributesOf(root ?? { attributes: [] });
    expect(attributes["cicd.pipeline.result"]).toBe(result);
    expect(attributes["error.type"]).toBe(errorType);
    expect(root?.status.code).toBe(errorType === undefined ? 0 : 2);
  });

  it.each([
    ["task/failed", "failure"],
    ["task/timed-out", "timeout"],
    ["task/cancelled", "cancellation"],
  ])("tells of a task that ended with %s as %s", async (code, result) => {
    await using collector = await startOtlpCollector();
    const error = { code, message: "it did not work", fix: "Mend it." };
    const results = [workerResultOf("a", 0, { status: "failed", error })];
    await sendSwarm(telemetryOf(collector.url, { results }));
    const attributes = attributesOf(collector.spans().at(-1) ?? { attributes: [] });
    expect(attributes["cicd.pipeline.task.run.result"]).toBe(result);
    expect(attributes["error.type"]).toBe(code);
  });

  it("tells of a worker that was lost, and of one in a further round", async () => {
    await using collector = await startOtlpCollector();
    await sendSwarm(telemetryOf(collector.url, eventfulDashboard()));
    const workers = collector.spans().filter(({ name }) => name.startsWith("worker"));
    expect(workers.map(({ name, status }) => [name, status.code])).toEqual([
      ["worker 0", 0],
      ["worker 1", 0],
      ["worker 2", 2],
      ["worker 0, round 2", 0],
    ]);
  });

  it("is sent in several requests where it is long, without the shortest of very many tasks", async () => {
    await using collector = await startOtlpCollector();
    const results = Array.from({ length: 5000 }, (_, index) =>
      workerResultOf(`task ${index}`, 0, {
        seconds: index,
        status: index === 3 ? "failed" : "done",
      }),
    );
    const outcome = await sendSwarm(telemetryOf(collector.url, { results }));
    expect(outcome).toMatchObject({ spans: 2003, warning: null });
    expect(collector.requests.length).toBe(4);
    const [root] = collector.spans();
    expect(attributesOf(root ?? { attributes: [] })["swarm.tasks.left_out"]).toBe(3000);
    const told = collector.spans().map((span) => attributesOf(span)["cicd.pipeline.task.name"]);
    expect(told).toContain("task 3");
    expect(told).not.toContain("task 4");
    expect(collector.faults).toEqual([]);
  });

  it("takes hostile words as words, cut to what attributes may hold", async () => {
    await using collector = await startOtlpCollector();
    const results = [workerResultOf("x".repeat(100_000), 0)];
    const { report } = hostileDashboard();
    const outcome = await sendSwarm(telemetryOf(collector.url, { report, results }));
    expect(outcome.warning).toBeNull();
    expect(collector.faults).toEqual([]);
    expect(JSON.stringify(collector.requests).length).toBeLessThan(50_000);
  });

  it("sends nothing where nobody told any time", async () => {
    await using collector = await startOtlpCollector();
    const report = swarmReportOf({ workers: [] });
    const nobody = { report, results: [], run: { ...run, startedAt: null } };
    expect(await sendSwarm(telemetryOf(collector.url, nobody))).toMatchObject({
      spans: 0,
      warning: null,
    });
    expect(collector.requests).toEqual([]);
  });
});

describe("a collector", () => {
  const secret = ["very", "secret", "token"].join("-");
  const headers = `authorization=Bearer%20${secret},x-team=swarm`;

  it("gets the headers that were set, at its place for traces", async () => {
    await using collector = await startOtlpCollector();
    const settings = { endpoint: `${collector.url}/otlp/`, isBase: true, headers };
    await sendSwarm(telemetryOf("", { settings }));
    expect(collector.requests[0]?.path).toBe("/otlp/v1/traces");
    expect(collector.requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      "x-team": "swarm",
    });
  });

  it("is asked again when it says that it is busy", async () => {
    await using collector = await startOtlpCollector((response, request) => {
      response.writeHead(request === 0 ? 503 : 200, { "retry-after": "0" }).end("{}");
    });
    expect(await sendSwarm(telemetryOf(collector.url))).toMatchObject({ warning: null });
    expect(collector.requests.length).toBe(2);
  });

  it.each([
    ["refuses", 401],
    ["is broken", 500],
  ])("that %s is a warning without secrets, and no failure", async (_name, status) => {
    await using collector = await startOtlpCollector((response) => {
      response.writeHead(status).end(`no: Bearer ${secret}`);
    });
    const settings = { endpoint: collector.url, isBase: true, headers };
    const outcome = await sendSwarm(telemetryOf("", { settings }));
    expect(outcome.spans).toBe(0);
    expect(outcome.warning).toMatch(/the collector did not take the spans/);
    expect(outcome.warning).not.toContain(secret);
  });

  it("that is not there is a warning", async () => {
    const gone = await startOtlpCollector();
    await gone[Symbol.asyncDispose]();
    const outcome = await sendSwarm(telemetryOf(gone.url, { timeoutMs: 1500 }));
    expect(outcome.warning).toMatch(/did not take the spans/);
  });

  it("that never answers holds nobody up", async () => {
    await using collector = await startOtlpCollector(() => undefined);
    const begun = performance.now();
    const outcome = await sendSwarm(telemetryOf(collector.url, { timeoutMs: 800 }));
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(outcome.warning).toMatch(/did not take the spans/);
  });

  it.each([
    ["not an address", null, /it is no address/],
    ["file:///etc/passwd", null, /neither http nor https/],
    ["http://127.0.0.1:9", "no pair", /not pairs of name=value/],
    ["http://127.0.0.1:9", "a=b%0d%0ac", /not pairs of name=value/],
  ])("set as %s with headers %s is a warning", async (endpoint, broken, words) => {
    const settings = { endpoint, isBase: true, headers: broken };
    expect((await sendSwarm(telemetryOf("", { settings }))).warning).toMatch(words);
  });
});

it("gives a span of its own to every worker and task", async () => {
  await using collector = await startOtlpCollector();
  const report = swarmReportOf({
    workers: [0, 1].flatMap((epoch) => [0, 1].map((worker) => workerReportOf(worker, { epoch }))),
  });
  await sendSwarm(telemetryOf(collector.url, { report }));
  const ids = collector.spans().map(({ spanId }) => spanId);
  expect(new Set(ids).size).toBe(ids.length);
});
