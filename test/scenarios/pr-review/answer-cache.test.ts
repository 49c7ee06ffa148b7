import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import type { ScenarioRun } from "../../support/action-scenario-run.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};

/** Without a checkout the change is asked of GitHub; with one token, since tags are for one alone. */
function analyze(scenario: ActionScenario): Promise<ScenarioRun> {
  const token = scenario.tokenOf("ada");
  return scenario.run({ checkout: "none", token, inputs: { mode: "analyze" }, fastTimers: true });
}

const diffs = ({ requests }: ScenarioRun): number[] =>
  requests.reads.filter(({ url }) => url.endsWith("/pulls/1")).map(({ status }) => status);

function expectReviewed(run: ScenarioRun): void {
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("findings");
  expect(run.outputs.get("findings")).toBe("1");
}

test("what GitHub answered one run is kept for the next, which pays nothing for it", async () => {
  await using scenario = await startActionScenario({ base, change });
  const first = await analyze(scenario);
  expectReviewed(first);
  expect(diffs(first)).toEqual([200]);
  const second = await analyze(scenario);
  expectReviewed(second);
  expect(diffs(second)).toEqual([304]);
  expect(second.summary).toContain("1 from the cache");
});

test("a cache that is broken is as good as none", async () => {
  await using scenario = await startActionScenario({ base, change });
  expectReviewed(await analyze(scenario));
  const { caches } = scenario.pullRequest.issue.repository;
  expect(caches).toHaveLength(1);
  for (const cache of caches) Object.assign(cache, { content: Buffer.from("not an archive") });
  const run = await analyze(scenario);
  expectReviewed(run);
  expect(diffs(run)).toEqual([200]);
});

test("a cache that does not answer fails no run", async () => {
  await using scenario = await startActionScenario({ base, change });
  const effect = { kind: "status", status: 500 } as const;
  scenario.sandbox.addFault({ effect, path: /CacheService/, times: 100 });
  const run = await analyze(scenario);
  expectReviewed(run);
});

test("the settings can do without it", async () => {
  const settings = { ".github/swarm.yml": "github:\n  cache: false\n" };
  await using scenario = await startActionScenario({ base: { ...base, ...settings }, change });
  expectReviewed(await analyze(scenario));
  expect(scenario.pullRequest.issue.repository.caches).toEqual([]);
});
