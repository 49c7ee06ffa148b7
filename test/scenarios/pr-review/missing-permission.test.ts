import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import type { ScenarioRun } from "../../support/action-scenario-run.ts";
import { commentAndRun } from "../../support/comment-command.ts";
import { analyze, publish } from "../../support/fork-scenario.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};

/** Red, with the one error that names what to add to the workflow. */
function expectRefused(run: ScenarioRun, permission: string): void {
  expect(run.exitCode, run.log).toBe(1);
  expect(run.outputs.get("outcome")).toBe("not-run");
  expect(run.outputs.get("reason")).toBe("github/missing-permission");
  const [error, ...more] = run.annotations.filter(({ level }) => level === "error");
  expect(more).toEqual([]);
  expect(error?.title).toBe("github/missing-permission");
  expect(error?.message).toMatch(new RegExp(`Add .*\`${permission}\` to the job's`));
}

test.each([
  [{ contents: "read", checks: "write" }, "pull-requests: read"],
  [{ contents: "read", "pull-requests": "read", checks: "write" }, "pull-requests: write"],
  [{ contents: "read", "pull-requests": "write" }, "checks: read"],
  [{ "pull-requests": "write", checks: "write" }, "contents: read"],
] as const)(
  "with %j in a private repository nothing is written, and `%s` is named",
  async (permissions, missing) => {
    await using scenario = await startActionScenario({ base, change, private: true });
    expectRefused(await scenario.run({ permissions }), missing);
    expect([...scenario.reviews(), ...scenario.comments(), ...scenario.checks()]).toEqual([]);
  },
);

test("in a public one reading needs nothing, and the first write tells what is missing", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run({ permissions: { contents: "read", checks: "write" } });
  expectRefused(run, "pull-requests: write");
  expect(run.requests.writes).toHaveLength(1);
  expect([...scenario.reviews(), ...scenario.comments(), ...scenario.checks()]).toEqual([]);
});

test("without `checks: write` the review stands, and a run that may adds the check alone", async () => {
  await using scenario = await startActionScenario({ base, change });
  const permissions = { contents: "read", "pull-requests": "write", checks: "read" } as const;
  expectRefused(await scenario.run({ permissions }), "checks: write");
  expect(scenario.reviews()).toHaveLength(1);
  expect(scenario.comments()).toHaveLength(1);
  expect(scenario.checks()).toEqual([]);

  const mended = await scenario.run();
  expect(mended.exitCode, mended.log).toBe(0);
  expect(scenario.reviews()).toHaveLength(1);
  expect(scenario.comments()).toHaveLength(1);
  expect(scenario.checks()).toHaveLength(1);
  expect(mended.requests.writes).toHaveLength(1);
});

test("a command that cannot be answered is red and names what is missing", async () => {
  await using scenario = await startActionScenario({ base, change });
  const permissions = { contents: "read", checks: "write" } as const;
  const commanded = await commentAndRun(scenario, "ada", "/swarm help", { permissions });
  expectRefused(commanded.run, "pull-requests: write");
  expect([...commanded.reactions, ...commanded.replies]).toEqual([]);
});

test("publishing without `actions: read` writes nothing, and says so", async () => {
  await using scenario = await startActionScenario({
    base,
    change,
    fork: true,
    private: true,
    people: { bob: "read" },
  });
  const analyzed = await analyze(scenario);
  expect(analyzed.exitCode, analyzed.log).toBe(0);
  const permissions = { contents: "read", "pull-requests": "write", checks: "write" } as const;
  expectRefused(await publish(scenario, analyzed.run, { permissions }), "actions: read");
  expect([...scenario.reviews(), ...scenario.comments(), ...scenario.checks()]).toEqual([]);
});
