import { expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { resultOf, type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// A change in parts, each looked at by a panel of its own in one of three jobs, and put together again.

const plain = (name: string): string => `export const ${name} = (a, b) => a + b;\n`;
const spoilt = (name: string): string =>
  `export const ${name} = (a, b) => {\n  debugger;\n  console.log(a);\n  return a + b;\n};\n`;
const names = Array.from({ length: 9 }, (_, at) => `part${at}`);
const files = (content: (name: string) => string) =>
  Object.fromEntries(names.map((name) => [`${name}/total.js`, content(name)]));

const setting = { base: files(plain), change: { ...files(spoilt), "part8/total.js": null } };

/** Without what differs between any two runs: when they were, and how long they took. */
function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !/durationMs|startedAt|UTC$/i.test(name));
  return Object.fromEntries(kept.map(([name, one]) => [name, timeless(one)]));
}

/** What one process says that is asked for all of the change at once. */
async function unsplit({ scenario }: SwarmJobs, format: "json" | "sarif"): Promise<unknown> {
  await using clone = await scenario.checkOut();
  const { base, head } = scenario.pullRequest;
  const range = ["--base", `origin/${base.ref}`, "--head", head.sha];
  const run = await runCli(["review", ...range, "--format", format], { cwd: clone.directory });
  expect(run.stderr).toBe("");
  return timeless(JSON.parse(run.stdout));
}

test("a change that three jobs reviewed in parts is reviewed as if one had done it", async () => {
  await using swarm = await startSwarmJobs(setting);
  const plan = await swarm.plan({ source: "hunks", workers: "3", mode: "static" });
  expect(plan.exitCode, plan.log).toBe(0);
  expect(Number(plan.outputs.get("tasks"))).toBeGreaterThanOrEqual(3);
  const workers = await Promise.all([0, 1, 2].map((worker) => swarm.work(worker, {})));
  for (const { exitCode, log } of workers) expect(exitCode, log).toBe(0);
  const shares = workers.map(({ outputs }) => Number(outputs.get("done")));
  expect(Math.max(...shares)).toBeLessThan(Number(plan.outputs.get("tasks")));
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  const read = (path: string): unknown => JSON.parse(collect.readFile(path).toString("utf8"));
  const sarif = collect.outputs.get("sarif") ?? "";
  expect(timeless(read(sarif))).toEqual(await unsplit(swarm, "sarif"));
  const review = sarif.replace(/sarif$/, "json");
  expect(timeless(read(review))).toEqual(await unsplit(swarm, "json"));
  expect(timeless(read(review))).toMatchObject({ outcome: "findings" });
  expect(resultOf(collect).report.outcome).toBe("complete");
});
