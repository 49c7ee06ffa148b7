import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import { closeAs } from "../../support/call-as.ts";

function expectNothingWritten(scenario: ActionScenario): void {
  expect([scenario.reviews(), scenario.threads(), scenario.comments(), scenario.checks()]).toEqual([
    [],
    [],
    [],
    [],
  ]);
}

/** Does something as soon as a run has read the pull request, while its next request waits. */
async function meanwhile<Value>(
  scenario: ActionScenario,
  requests: number,
  act: () => Promise<Value>,
): Promise<Value> {
  const { sandbox } = scenario;
  const before = sandbox.exchanges.length;
  const graphql = () => sandbox.exchanges.slice(before).filter(({ url }) => url === "/graphql");
  const deadline = Date.now() + 240_000;
  while (graphql().length < requests) {
    if (Date.now() > deadline) throw new Error("the run asked for nothing");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return await act();
}

/** Long enough for a push while the machine is busy. */
const wait = { kind: "slow", ms: 15_000 } as const;

test("a push between reading and writing leaves the old commit to itself; the next run writes", async () => {
  await using scenario = await startActionScenario();
  scenario.sandbox.addFault({ effect: wait, path: /^\/graphql/, skip: 1 });
  const [run, head] = await Promise.all([
    scenario.run(),
    meanwhile(scenario, 1, () => scenario.push({ "src/more.js": "export const more = 1;\n" })),
  ]);
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "superseded",
    published: "nothing",
    posted: "0",
    reason: expect.stringContaining("got another commit"),
  });
  expect(run.summary).toContain("## Review superseded");
  expect(run.requests.writes).toEqual([]);
  expectNothingWritten(scenario);

  const next = await scenario.run();
  expect(next.exitCode, next.log).toBe(0);
  expect(scenario.reviews().map(({ commitSha }) => commitSha)).toEqual([head]);
  expect(scenario.comments()).toHaveLength(1);
  expect(scenario.checks().map(({ suite }) => suite.headSha)).toEqual([head]);
});

test("a pull request that is closed while it is reviewed is left alone", async () => {
  await using scenario = await startActionScenario();
  scenario.sandbox.addFault({ effect: wait, path: /^\/graphql/, skip: 1 });
  const [run] = await Promise.all([
    scenario.run(),
    meanwhile(scenario, 1, () => closeAs(scenario, "ada")),
  ]);
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("superseded");
  expect(run.outputs.get("reason")).toContain("was closed while it was reviewed");
  expectNothingWritten(scenario);
});

test("a push after the last look cannot move the review: it is pinned to the commit it is about", async () => {
  await using scenario = await startActionScenario();
  const reviewed = scenario.pullRequest.head.sha;
  scenario.sandbox.addFault({ effect: wait, path: /\/pulls\/1\/reviews|^\/graphql/, skip: 2 });
  const [run, head] = await Promise.all([
    scenario.run(),
    meanwhile(scenario, 2, () => scenario.push({ "src/more.js": "export const more = 1;\n" })),
  ]);
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.reviews().map(({ commitSha }) => commitSha)).toEqual([reviewed]);
  expect(scenario.checks().map(({ suite }) => suite.headSha)).toEqual([reviewed]);

  const next = await scenario.run();
  expect(next.exitCode, next.log).toBe(0);
  expect(scenario.threads()).toHaveLength(1);
  expect(scenario.comments()).toHaveLength(1);
  expect(scenario.comments()[0]?.body).toContain(head.slice(0, 10));
});
