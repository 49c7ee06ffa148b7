import { expect, test } from "vitest";
import { createActionProgram } from "./action-program.ts";
import { startActionScenario } from "./action-scenario.ts";

const look = `
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
const { pull_request, action } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
output("action", action);
output("head", pull_request.head.sha);
output("checkedOut", git("rev-parse", "HEAD"));
output("files", git("diff", "--name-only", "origin/main...HEAD").split("\\n"));
`;

test("an action runs on the pull request as it was pushed, rebased and forced", async () => {
  await using scenario = await startActionScenario({
    base: { "a.js": "1\n", "b.js": "1\n" },
    change: { "a.js": "2\n" },
  });
  using program = createActionProgram(look);
  const run = async () => {
    const { outputs } = await scenario.run({ actionDirectory: program.directory });
    return Object.fromEntries([...outputs].map(([name, value]) => [name, JSON.parse(value)]));
  };
  const { sha } = scenario.pullRequest.head;
  expect(await run()).toEqual({ action: "opened", head: sha, checkedOut: sha, files: ["a.js"] });
  for (const [index, step] of [
    () => scenario.push({ "c.js": "1\n" }),
    () => scenario.forcePush({ "c.js": "2\n", "d.js": "1\n" }),
    () => scenario.rebase(),
  ].entries()) {
    await scenario.pushBase({ "b.js": `${index + 2}\n` });
    const head = await step();
    const files = ["a.js", "c.js"];
    expect(await run()).toMatchObject({ action: "synchronize", head, checkedOut: head });
    expect((await run()).files).toEqual(expect.arrayContaining(files));
    expect(scenario.pullRequest.head.sha).toBe(head);
  }
});

test("a fork's head can be checked out, and its runs may only read", async () => {
  await using scenario = await startActionScenario({ fork: true });
  await scenario.push({ "more.js": "1\n" });
  using program = createActionProgram(look);
  const run = await scenario.run({ actionDirectory: program.directory });
  const { head } = scenario.pullRequest;
  expect(run.outputs.get("checkedOut")).toBe(JSON.stringify(head.sha));
  expect(run.run).toMatchObject({ pullRequests: [], headRepository: { owner: { login: "bob" } } });
  expect([...scenario.sandbox.world.tokens.values()].at(-1)?.permissions).toEqual({
    metadata: "read",
    contents: "read",
    pull_requests: "read",
    checks: "read",
  });
});

test("requests are counted by what they are for, and waits are told and not waited for", async () => {
  await using scenario = await startActionScenario({ people: { eve: "read" } });
  using program = createActionProgram(`
    import { setTimeout as wait } from "node:timers/promises";
    import { spawn } from "node:child_process";
    const headers = { authorization: "Bearer " + process.env.INPUT_TOKEN, accept: "application/json" };
    const call = async (path, options = {}) => {
      const answer = await fetch(process.env.GITHUB_API_URL + path, { ...options, headers });
      await answer.text();
      return answer.status;
    };
    const started = performance.now();
    const clock = Date.now();
    const deadline = setTimeout(() => { throw new Error("the deadline came first"); }, 20 * 60_000);
    output("read", await call("/repos/acme/shop/pulls/1"));
    await wait(60_000);
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    output("passed", Date.now() - clock >= 90_000);
    const sleeper = spawn("sleep", ["30"]);
    const asleep = performance.now();
    // A limit around a program at work is kept.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    output("slept", sleeper.exitCode === null && performance.now() - asleep >= 1_190);
    sleeper.kill();
    const body = JSON.stringify({ body: "hello" });
    output("wrote", await call("/repos/acme/shop/issues/1/comments", { method: "POST", body }));
    clearTimeout(deadline);
    output("took", performance.now() - started);`);
  const event = await scenario.comment("eve", "/swarm help");
  const run = await scenario.run({ event, actionDirectory: program.directory, fastTimers: true });
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    read: "200",
    passed: "true",
    slept: "true",
    wrote: "201",
  });
  expect(Number(run.outputs.get("took"))).toBeLessThan(80_000);
  expect(run.waits).toEqual([60_000, 30_000]);
  const { reads, writes, git, services } = run.requests;
  expect([reads, writes, git, services].map(({ length }) => length)).toEqual([1, 1, 0, 0]);
  expect(scenario.comments().map(({ author, body }) => `${author.login}: ${body}`)).toEqual([
    "eve: /swarm help",
    "github-actions[bot]: hello",
  ]);
});
