import { expect, test } from "vitest";
import { artifactTexts, holdersOf, resultTexts, shownTexts } from "../../support/kept-texts.ts";
import { startOtlpCollector } from "../../support/otlp-collector.ts";
import { startSwarmJobs } from "../../support/swarm-jobs.ts";

const secret = ["span", "door", "opener"].join("-");
const source = { source: "json", select: '["a","b","c"]', workers: "1" };
const headers = {
  OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${secret},x-tenant=${secret}`,
};
/** A program that is curious. */
const run = `printf '{"output":"%s"}' "$OTEL_EXPORTER_OTLP_HEADERS" > "$SWARM_RESULT_FILE"; env`;

test("spans of the swarm reach a collector, and what opens its door is seen nowhere", async () => {
  await using collector = await startOtlpCollector();
  await using swarm = await startSwarmJobs();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...headers };
  const runs = [
    await swarm.plan(source, { environment }),
    await swarm.work(0, { run }, { environment }),
    await swarm.collect({}, { environment }),
  ];
  for (const { exitCode, log } of runs) expect(exitCode, log).toBe(0);
  expect(collector.faults).toEqual([]);
  expect(collector.requests.map(({ path }) => path)).toEqual(["/v1/traces"]);
  expect(collector.requests[0]?.headers).toMatchObject({
    authorization: `Bearer ${secret}`,
    "x-tenant": secret,
  });
  const names = collector.spans().map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(5);
  const [collect] = runs.slice(-1);
  if (collect === undefined) throw new Error("nothing was collected");
  const seen = [artifactTexts(swarm), shownTexts(runs), resultTexts(collect)];
  expect(holdersOf(secret, ...seen)).toEqual([]);
  expect(JSON.stringify(collector.spans())).not.toContain(secret);
});

test("the input names another collector; without one nothing is sent", async () => {
  await using collector = await startOtlpCollector();
  await using swarm = await startSwarmJobs();
  const inputs = { ...source, run: "true" };
  const silent = await swarm.whole(inputs);
  expect(silent.exitCode, silent.log).toBe(0);
  expect(collector.requests).toHaveLength(0);
  swarm.nextRun();
  const told = await swarm.whole({ ...inputs, "otlp-endpoint": collector.url });
  expect(told.exitCode, told.log).toBe(0);
  expect(collector.faults).toEqual([]);
  expect(collector.spans().length).toBeGreaterThan(0);
});

test("a collector that refuses is told, and makes no swarm red", async () => {
  await using collector = await startOtlpCollector((response) => {
    response.writeHead(403).end(`no entry for ${secret}`);
  });
  await using swarm = await startSwarmJobs();
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...headers };
  const whole = await swarm.whole({ ...source, run: "true" }, { environment });
  expect(whole.exitCode, whole.log).toBe(0);
  expect(whole.annotations).toContainEqual(
    expect.objectContaining({ level: "warning", title: "Telemetry" }),
  );
  expect(holdersOf(secret, artifactTexts(swarm), shownTexts([whole]))).toEqual([]);
});
