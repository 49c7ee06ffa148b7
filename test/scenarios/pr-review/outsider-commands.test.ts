import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { commentAndRun, idsInSummary } from "../../support/comment-command.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};

test("whoever may not write gets a thumb down and no reply, however often it is tried", async () => {
  await using scenario = await startActionScenario({
    base,
    change,
    people: { tess: "triage", rita: "read" },
  });
  await scenario.run();
  const summary = scenario.comments()[0]?.body;
  const [id = ""] = idsInSummary(scenario);
  for (const [login, words] of [
    ["bob", "/swarm review"],
    ["tess", `/swarm ignore ${id} I say so`],
    ["rita", `/swarm explain ${id}`],
    ["bob", "/swarm nonsense"],
  ] as const) {
    const { run, event, reactions, replies } = await commentAndRun(scenario, login, words);
    expect(run.exitCode, run.log).toBe(0);
    expect(Object.fromEntries(run.outputs)).toMatchObject({
      outcome: "skipped",
      reason: "Whoever wrote the comment may not write to the repository.",
      published: "nothing",
    });
    expect(reactions, words).toEqual(["-1"]);
    expect(replies, words).toEqual([]);
    expect(run.requests.reads).toHaveLength(1);
    expect(run.requests.writes).toHaveLength(1);
    if (login === "tess") await scenario.run({ event });
  }
  expect(scenario.comments()[0]?.body).toBe(summary);
  expect(scenario.comments()).toHaveLength(5);
  const all = scenario.comments().flatMap(({ reactions }) => reactions);
  expect(all).toHaveLength(4);
});

test("to have opened the pull request gives no right to command", async () => {
  await using scenario = await startActionScenario({ base, change, fork: true });
  const { run, reactions, replies } = await commentAndRun(scenario, "bob", "/swarm review");
  expect(run.exitCode, run.log).toBe(0);
  expect(reactions).toEqual(["-1"]);
  expect(replies).toEqual([]);
  expect(scenario.reviews()).toEqual([]);
});

test("a bot is not heard at all, though it may write", async () => {
  await using scenario = await startActionScenario({ base, change });
  const event = await scenario.comment("ada", "/swarm review");
  const comment = event.payload.comment as object;
  const user = { login: "helper[bot]", id: 77, type: "Bot" };
  const payload = { ...event.payload, comment: { ...comment, user } };
  const run = await scenario.run({ event: { ...event, payload } });
  expect(run.outputs.get("reason")).toBe("The comment was written by a bot.");
  expect([...run.requests.reads, ...run.requests.writes]).toEqual([]);
});

test("a comment on an issue that is no pull request is none of its business", async () => {
  await using scenario = await startActionScenario({ base, change });
  const event = await scenario.comment("ada", "/swarm review");
  const { pull_request: _, ...issue } = event.payload.issue as Record<string, unknown>;
  const run = await scenario.run({ event: { ...event, payload: { ...event.payload, issue } } });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("reason")).toBe("The comment is not on a pull request.");
  expect([...run.requests.reads, ...run.requests.writes]).toEqual([]);
});
