import { expect, test } from "vitest";
import type { ScenarioRun } from "../../support/action-scenario-run.ts";
import { resultOf, type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// The cache holds what earlier runs learned. Without it a swarm is planned worse, and no more.

const tasks = Array.from({ length: 4 }, (_, at) => ({ key: `t${at}`, payload: at }));
const source = { source: "json", select: JSON.stringify(tasks), workers: "2" };
const run = `printf '{"output":%s}' "$SWARM_TASK" > "$SWARM_RESULT_FILE"`;
const fastTimers = { fastTimers: true };

type Fault = Parameters<SwarmJobs["scenario"]["sandbox"]["addFault"]>[0];

async function learned(swarm: SwarmJobs): Promise<void> {
  const first = await swarm.whole({ ...source, run });
  expect(first.exitCode, first.log).toBe(0);
  swarm.nextRun();
}

/** Where the plan has its predictions from. */
function sourcesOf(plan: ScenarioRun): readonly string[] {
  expect(plan.exitCode, plan.log).toBe(0);
  const text = plan.readFile(plan.outputs.get("plan") ?? "").toString("utf8");
  const { predictions } = JSON.parse(text);
  return [...new Set(predictions.map(({ from }: { from: string }) => from))] as string[];
}

/** What is said of it to people, by us or by GitHub's own client. */
function told(one: ScenarioRun): readonly string[] {
  const said = one.annotations.filter(({ level }) => level !== "error");
  return said.map(({ title, message }) => `${title ?? ""}: ${message}`);
}

test.each<readonly [string, Fault]>([
  [
    "does not answer",
    {
      effect: { kind: "status", status: 503 },
      path: /GetCacheEntryDownloadURL$/,
      times: 1000,
    },
  ],
  [
    "ends its answer half-way",
    { effect: { kind: "cut" }, method: "GET", path: /^\/blobs\//, times: 1000 },
  ],
  [
    "has lost the file",
    { effect: { kind: "status", status: 404 }, method: "GET", path: /^\/blobs\//, times: 1000 },
  ],
])("a cache that %s is told, and the plan does without", async (_what, fault) => {
  await using swarm = await startSwarmJobs();
  await learned(swarm);
  swarm.scenario.sandbox.addFault(fault);
  const plan = await swarm.plan(source, fastTimers);
  expect(sourcesOf(plan)).toEqual(["default"]);
  expect(told(plan).join("\n")).toMatch(/history|restore/i);
  swarm.scenario.sandbox.clearFaults();
  expect(sourcesOf(await swarm.plan({ ...source, key: "other" }))).toEqual(["default"]);
  swarm.nextRun();
  expect(sourcesOf(await swarm.plan(source))).toEqual(["history"]);
});

test.each<readonly [string, RegExp]>([
  ["reserved", /CreateCacheEntry$/],
  ["finished", /FinalizeCacheEntryUpload$/],
])("a history that cannot be %s is told, and the result is what it is", async (_what, path) => {
  await using swarm = await startSwarmJobs();
  const effect = { kind: "status", status: 503 } as const;
  swarm.scenario.sandbox.addFault({ effect, path, times: 1000 });
  const whole = await swarm.whole({ ...source, run }, fastTimers);
  expect(whole.exitCode, whole.log).toBe(0);
  expect(resultOf(whole).report.outcome).toBe("complete");
  expect(`${told(whole).join("\n")}\n${whole.log}`).toMatch(/failed to save|could not be kept/i);
  swarm.scenario.sandbox.clearFaults();
  swarm.nextRun();
  expect(sourcesOf(await swarm.plan(source))).toEqual(["default"]);
});
