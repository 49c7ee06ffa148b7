import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import type { ScenarioRun } from "../../support/action-scenario-run.ts";
import { closeAs } from "../../support/call-as.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};

/** Green, with nothing written, no check that could be taken for a review, and the reason in sight. */
function expectSkipped(scenario: ActionScenario, run: ScenarioRun, reason: RegExp): void {
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "skipped",
    reason: expect.stringMatching(reason),
    conclusion: "",
    published: "nothing",
    findings: "0",
  });
  expect(run.summary).toMatch(/## Review skipped/);
  expect(run.summary).toMatch(reason);
  expect(run.requests.writes).toEqual([]);
  expect([...scenario.reviews(), ...scenario.comments(), ...scenario.checks()]).toEqual([]);
}

test("a draft is skipped, and reviewed once it is ready", async () => {
  await using scenario = await startActionScenario({ base, change, draft: true });
  const run = await scenario.run();
  expectSkipped(scenario, run, /is a draft; `review\.drafts: true`/);
  expect(run.requests.reads).toHaveLength(1);
  Object.assign(scenario.pullRequest, { draft: false });
  const { world } = scenario.sandbox;
  const event = await pullRequestEvent(world, scenario.pullRequest, "ready_for_review");
  const ready = await scenario.run({ event });
  expect(ready.exitCode, ready.log).toBe(0);
  expect(ready.outputs.get("outcome")).toBe("findings");
  expect(scenario.reviews()).toHaveLength(1);
});

test("drafts are reviewed where the settings ask for it", async () => {
  const settings = { ".github/swarm.yml": "review:\n  drafts: true\n" };
  await using scenario = await startActionScenario({
    base: { ...base, ...settings },
    change,
    draft: true,
  });
  const run = await scenario.run();
  expect(run.outputs.get("outcome")).toBe("findings");
  expect(scenario.reviews()).toHaveLength(1);
});

test("a change of nothing but ignored paths is skipped; one path more, and it is reviewed", async () => {
  const settings = { ".github/swarm.yml": "review:\n  ignore: ['src/**']\n" };
  await using scenario = await startActionScenario({ base: { ...base, ...settings }, change });
  expectSkipped(scenario, await scenario.run(), /Every changed path is ignored/);
  await scenario.push({ "lib/more.js": "console.log(1);\n" }, "Go on");
  const next = await scenario.run();
  expect(Object.fromEntries(next.outputs)).toMatchObject({ outcome: "findings", findings: "1" });
});

test("a closed pull request is skipped", async () => {
  await using scenario = await startActionScenario({ base, change });
  const event = await pullRequestEvent(scenario.sandbox.world, scenario.pullRequest);
  await closeAs(scenario, "ada");
  expectSkipped(scenario, await scenario.run({ event }), /The pull request is closed/);
});

test("a change that was taken back is skipped", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.push(base, "Take it back");
  expectSkipped(scenario, await scenario.run(), /The pull request changes no file/);
});
