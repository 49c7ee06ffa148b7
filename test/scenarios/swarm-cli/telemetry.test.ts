import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startOtlpCollector } from "../../support/otlp-collector.ts";
import { runCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-telemetry-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = ["collector", "key", "0123456789"].join("-");

function swarm(endpoint: string, ...words: readonly string[]) {
  const args = ["swarm", "run", "--workers", "2", "--output", "run", "--", ...words];
  const environment = {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: `x-key=${header}`,
  };
  return runCli(args, { cwd: folder, input: "1\n2\n3\n", timeoutMs: 240_000, environment });
}

test("a run is one trace: the run, its workers and their tasks", async () => {
  await using collector = await startOtlpCollector();
  const run = await swarm(collector.url, "sh", "-c", 'test "$SWARM_TASK" != 2; echo "$PPID"');
  expect(run.code, run.stderr).toBe(0);
  expect(collector.faults).toEqual([]);
  expect(collector.requests[0]).toMatchObject({ path: "/v1/traces", headers: { "x-key": header } });
  const spans = collector.spans();
  const [root] = spans.filter(({ parentSpanId }) => parentSpanId === undefined);
  expect(root?.name).toBe("RUN swarm run");
  expect(new Set(spans.map(({ traceId }) => traceId))).toHaveLength(1);
  expect(run.stderr).toContain(`${spans.length} spans were sent as trace ${root?.traceId}`);
  const tasks = spans.filter(({ attributes }) =>
    attributes.some(({ key, value }) => /task/.test(key) && JSON.stringify(value).includes("2")),
  );
  expect(tasks.length).toBeGreaterThan(0);
});

test("what the collector is asked with is kept nowhere", async () => {
  await using collector = await startOtlpCollector();
  const run = await swarm(collector.url, "sh", "-c", 'echo "$OTEL_EXPORTER_OTLP_HEADERS"');
  expect(run.code, run.stderr).toBe(0);
  const kept = ["results.jsonl", "report.json", "swarm.html", "audit.jsonl"];
  for (const name of kept) {
    expect(readFileSync(join(folder, "run", name), "utf8")).not.toContain(header);
  }
  expect(run.stdout + run.stderr).not.toContain(header);
});

test("a collector that is not there is told, and fails nothing", async () => {
  const run = await swarm("http://127.0.0.1:1", "true");
  expect(run.code).toBe(0);
  expect(run.stdout).toContain("3 of 3 tasks have a result");
  expect(run.stderr).toMatch(/Telemetry: .*did not take the spans/);
  expect(run.stderr).not.toContain(header);
});
