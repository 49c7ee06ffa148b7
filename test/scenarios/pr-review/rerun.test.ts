import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { shownOn } from "../../support/action-scenario-shown.ts";

const change = {
  "src/total.js":
    "export const total = (a, b) => {\n  debugger;\n  console.log(a);\n  return a + b;\n};\n",
};

test("running again on the same commit reads once and writes nothing", async () => {
  await using scenario = await startActionScenario({ change });
  const first = await scenario.run();
  const before = shownOn(scenario);
  const bodies = scenario.comments().map(({ body, updatedAt }) => [body, updatedAt]);
  for (let attempt = 2; attempt < 4; attempt++) {
    const again = await scenario.run();
    expect(again.exitCode, again.log).toBe(0);
    expect(Object.fromEntries(again.outputs)).toMatchObject({
      outcome: "findings",
      findings: first.outputs.get("findings"),
      conclusion: "success",
      published: "unchanged",
      posted: "0",
    });
    expect(again.requests.writes).toEqual([]);
    expect(again.requests.reads).toHaveLength(1);
  }
  expect(shownOn(scenario)).toEqual(before);
  expect(scenario.comments().map(({ body, updatedAt }) => [body, updatedAt])).toEqual(bodies);
});

test("a red result stays red when it is run again, though nothing is written", async () => {
  await using scenario = await startActionScenario({ change });
  const inputs = { "fail-on": "low" };
  const first = await scenario.run({ inputs });
  expect(first.exitCode).toBe(1);
  expect(shownOn(scenario).checks).toEqual(["pr-review completed failure"]);
  const again = await scenario.run({ inputs });
  expect(again.exitCode).toBe(1);
  expect(again.outputs.get("conclusion")).toBe("failure");
  expect(again.requests.writes).toEqual([]);
});

test("what a person resolved stays resolved, and is not said again", async () => {
  await using scenario = await startActionScenario({ change });
  await scenario.run();
  const [thread] = scenario.threads();
  if (thread === undefined) throw new Error("no thread");
  const ada = scenario.sandbox.world.users.get("ada") ?? null;
  thread.resolvedBy = ada;
  const before = shownOn(scenario);
  const again = await scenario.run();
  expect(again.exitCode, again.log).toBe(0);
  expect(again.requests.writes).toEqual([]);
  expect(shownOn(scenario)).toEqual(before);
});
