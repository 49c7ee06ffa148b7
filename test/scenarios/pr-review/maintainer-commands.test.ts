import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import { closeAs } from "../../support/call-as.ts";
import { commentAndRun, idsInSummary } from "../../support/comment-command.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js":
    "export const total = (a, b) => {\n  debugger;\n  console.log(a);\n  return a + b;\n};\n",
};
const bot = "github-actions[bot]";
/** What GitHub asks for to resolve a thread. */
const mayResolve = { contents: "write", "pull-requests": "write", checks: "write" } as const;

async function reviewed(): Promise<ActionScenario> {
  const scenario = await startActionScenario({ base, change });
  await scenario.run();
  return scenario;
}

test("`/swarm help` and `/swarm explain` are answered with one reaction and one reply", async () => {
  await using scenario = await reviewed();
  const help = await commentAndRun(scenario, "ada", "/swarm help");
  expect(help.run.exitCode, help.run.log).toBe(0);
  expect(Object.fromEntries(help.run.outputs)).toMatchObject({ outcome: "answered", reason: "" });
  expect(help.reactions).toEqual(["+1"]);
  expect(help.replies.map(({ author }) => author)).toEqual([bot]);
  for (const word of ["review", "ignore <id> <reason>", "explain <id>", "help"]) {
    expect(help.replies[0]?.body).toContain(`/swarm ${word}`);
  }

  const [id = ""] = idsInSummary(scenario);
  const explain = await commentAndRun(scenario, "ada", `/swarm explain ${id}`);
  expect(explain.run.exitCode, explain.run.log).toBe(0);
  expect(explain.reactions).toEqual(["+1"]);
  expect(explain.replies).toHaveLength(1);
  for (const part of ["src/total.js:2", "leftovers/debugger", "**What to do.**", "Said by"]) {
    expect(explain.replies[0]?.body).toContain(part);
  }
  expect(explain.run.requests.writes).toHaveLength(2);
});

test("the same event run again answers nothing twice", async () => {
  await using scenario = await startActionScenario({ base, change });
  const { event } = await commentAndRun(scenario, "ada", "/swarm help");
  const before = scenario.comments().length;
  const again = await scenario.run({ event });
  expect(again.exitCode, again.log).toBe(0);
  expect(again.outputs.get("reason")).toBe("The comment was answered already.");
  expect(again.requests.writes).toEqual([]);
  expect(scenario.comments()).toHaveLength(before);
});

test("`/swarm review` reviews all of it now, and says nothing twice", async () => {
  await using scenario = await reviewed();
  const { run, reactions, replies } = await commentAndRun(scenario, "ada", "/swarm review");
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({ outcome: "findings", findings: "2" });
  expect(reactions).toEqual(["eyes"]);
  expect(replies).toEqual([{ author: bot, body: expect.stringContaining("Reviewed all of it") }]);
  expect(scenario.reviews()).toHaveLength(1);
  expect(scenario.threads()).toHaveLength(2);
  expect(scenario.checks()).toHaveLength(1);
});

test("`/swarm review` on a pull request that was never reviewed makes its first review", async () => {
  await using scenario = await startActionScenario({ base, change });
  const { run, replies } = await commentAndRun(scenario, "ada", "/swarm review");
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.reviews()).toHaveLength(1);
  expect(scenario.checks()).toHaveLength(1);
  // The summary, and the answer.
  expect(replies.map(({ body }) => body)).toEqual([
    expect.stringContaining("## Review: 2 findings"),
    expect.stringContaining("Reviewed all of it"),
  ]);
});

test("`/swarm ignore` takes a finding out of the count for good, with who said so and why", async () => {
  await using scenario = await startActionScenario({
    base: { ...base, ".github/swarm.yml": "review:\n  fail-on: medium\n" },
    change,
  });
  const first = await scenario.run();
  expect(first.exitCode).toBe(1);
  const [id = "", other] = idsInSummary(scenario);

  const words = `/swarm ignore ${id} it is a demo, @everyone`;
  const { run, reactions, replies } = await commentAndRun(scenario, "ada", words, {
    permissions: mayResolve,
  });
  expect(run.exitCode, run.log).toBe(0);
  expect(reactions).toEqual(["+1"]);
  expect(replies).toEqual([{ author: bot, body: expect.stringContaining("does not count") }]);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    findings: "1",
    medium: "0",
    conclusion: "success",
  });
  expect(scenario.checks().map(({ conclusion }) => conclusion)).toEqual(["success"]);
  const threads = scenario.threads().map(({ line, resolvedBy }) => [line, resolvedBy !== null]);
  expect(threads).toEqual([
    [2, true],
    [3, false],
  ]);
  const summary = (): string => scenario.comments()[0]?.body ?? "";
  expect(summary()).toMatch(/### Ignored: 1 finding\n\n.*by `ada`: it is a demo, `@everyone`/);
  expect(idsInSummary(scenario)).toEqual([other]);

  await scenario.push({ "src/more.js": "export const more = 1;\n" }, "Go on");
  const next = await scenario.run();
  expect(next.exitCode, next.log).toBe(0);
  expect(next.outputs.get("findings")).toBe("1");
  expect(summary()).toMatch(/### Ignored: 1 finding\n\n.*by `ada`: it is a demo/);
  expect(scenario.reviews()).toHaveLength(1);
  const explained = await commentAndRun(scenario, "ada", `/swarm explain ${id}`);
  expect(explained.replies[0]?.body).toContain("`ada` has it ignored");
});

test("`/swarm ignore` loses nothing of what was said of the whole change", async () => {
  const lines = Array.from({ length: 40 }, (_, at) => `export const rate${at} = ${at} + 1;`);
  const untested = { "src/total.js": ["debugger;", ...lines, ""].join("\n") };
  const tests = { "test/total.test.js": 'import "../src/total.js";\n' };
  await using scenario = await startActionScenario({
    base: { ...base, ...tests },
    change: untested,
  });
  await scenario.run();
  const ofTheChange = "Source changed, and no test with it";
  expect(scenario.comments()[0]?.body).toContain(ofTheChange);

  const id = idsInSummary(scenario)[0] ?? "";
  const { run } = await commentAndRun(scenario, "ada", `/swarm ignore ${id} on purpose`);
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.comments()[0]?.body).toContain(ofTheChange);
  expect(scenario.comments()[0]?.body).toContain("on purpose");
});

test("where threads cannot be resolved, a finding is ignored all the same", async () => {
  await using scenario = await reviewed();
  const [id = ""] = idsInSummary(scenario);
  const { run, replies } = await commentAndRun(scenario, "ada", `/swarm ignore ${id} meant so`);
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("findings")).toBe("1");
  expect(replies).toHaveLength(1);
  expect(scenario.threads().map(({ resolvedBy }) => resolvedBy)).toEqual([null, null]);
});

test("what is not understood is answered with what is wrong, and changes nothing", async () => {
  await using scenario = await reviewed();
  const summary = scenario.comments()[0]?.body;
  for (const [words, fault] of [
    ["/swarm reviw", /no such command\. Did you mean `\/swarm review`\?/],
    ["/swarm ignore 00000000 because", /No finding .* has the id `00000000`/],
    ["/swarm explain", /needs the id of a finding/],
    ["/swarm ignore 01234567", /Say why/],
  ] as const) {
    const { run, reactions, replies } = await commentAndRun(scenario, "ada", words);
    expect(run.exitCode, run.log).toBe(0);
    expect(reactions, words).toEqual(["confused"]);
    expect(replies, words).toEqual([{ author: bot, body: expect.stringMatching(fault) }]);
    expect(run.requests.writes).toHaveLength(2);
  }
  expect(scenario.comments()[0]?.body).toBe(summary);
});

test("a command in a quote, in code or in a sentence is none, and GitHub is not even asked", async () => {
  await using scenario = await startActionScenario({ base, change });
  for (const words of [
    "> /swarm review\n\nWhat does that do?",
    "```\n/swarm review\n```",
    "    /swarm review",
    "Try /swarm review",
  ]) {
    const { run, reactions, replies } = await commentAndRun(scenario, "ada", words);
    expect(run.exitCode, run.log).toBe(0);
    expect(run.outputs.get("outcome")).toBe("skipped");
    const { reads, writes } = run.requests;
    expect([...reads, ...writes, ...reactions, ...replies], words).toEqual([]);
  }
});

test("an edited comment is not heard again", async () => {
  await using scenario = await startActionScenario({ base, change });
  const event = await scenario.comment("ada", "/swarm review");
  const edited = { ...event, payload: { ...event.payload, action: "edited" } };
  const run = await scenario.run({ event: edited });
  expect(run.outputs.get("reason")).toBe("The comment was not written just now.");
  expect([...run.requests.reads, ...run.requests.writes]).toEqual([]);
});

test("a closed pull request is not reviewed, and whoever asks is told; help is given still", async () => {
  await using scenario = await reviewed();
  await closeAs(scenario, "ada");
  const { run, reactions, replies } = await commentAndRun(scenario, "ada", "/swarm review");
  expect(run.exitCode, run.log).toBe(0);
  expect(reactions).toEqual(["eyes"]);
  expect(replies).toEqual([
    {
      author: bot,
      body: expect.stringMatching(/Nothing was changed\. The pull request is closed/),
    },
  ]);
  const help = await commentAndRun(scenario, "ada", "/swarm help");
  expect(help.replies).toHaveLength(1);
});
