import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import { callAs, closeAs } from "../../support/call-as.ts";
import { analyze, artifactsOf, publish } from "../../support/fork-scenario.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js":
    "export const total = (a, b) => {\n  debugger;\n  console.log(a);\n  return a + b;\n};\n",
};
const setting = { base, change, fork: true } as const;

/** How much stands on the pull request. */
function written(scenario: ActionScenario): readonly number[] {
  return [scenario.reviews(), scenario.threads(), scenario.comments(), scenario.checks()].map(
    ({ length }) => length,
  );
}

test("the half that can only read writes nothing, and keeps what the agents said", async () => {
  await using scenario = await startActionScenario(setting);
  const run = await analyze(scenario);
  expect(run.exitCode, run.log).toBe(0);
  expect(written(scenario)).toEqual([0, 0, 0, 0]);
  expect(run.requests.writes).toEqual([]);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "findings",
    published: "handed-over",
    findings: "2",
    posted: "0",
  });
  expect(artifactsOf(run.run).map(({ name }) => name)).toEqual(["pr-review-1"]);
  expect(run.summary).toContain("## Review: 2 findings");
  const shown = run.annotations.map(({ level, file, line }) => [level, file, line]);
  expect(shown).toEqual([
    ["warning", "src/total.js", 2],
    ["notice", "src/total.js", 3],
  ]);
});

test("the half that may write makes one review, one summary and one check, and without a checkout", async () => {
  await using scenario = await startActionScenario(setting);
  const analyzed = await analyze(scenario);
  const run = await publish(scenario, analyzed.run);
  expect(run.exitCode, run.log).toBe(0);
  expect(written(scenario)).toEqual([1, 2, 1, 1]);
  expect(scenario.reviews()[0]).toMatchObject({
    state: "COMMENTED",
    commitSha: scenario.pullRequest.head.sha,
    author: { login: "github-actions[bot]" },
  });
  const places = scenario.threads().map(({ path, line }) => `${path}:${line}`);
  expect(places.sort()).toEqual(["src/total.js:2", "src/total.js:3"]);
  expect(scenario.comments()[0]?.body).toContain("## Review: 2 findings");
  // It is the fork's run that looked: never more than neutral.
  expect(scenario.checks()[0]).toMatchObject({ name: "pr-review", conclusion: "neutral" });
  expect(run.outputs.get("published")).toBe("written");
  expect(run.requests.writes).toHaveLength(3);
  expect(run.requests.git).toEqual([]);
});

test("published twice it is there once", async () => {
  await using scenario = await startActionScenario(setting);
  const analyzed = await analyze(scenario);
  await publish(scenario, analyzed.run);
  const again = await publish(scenario, analyzed.run);
  expect(again.exitCode, again.log).toBe(0);
  expect(again.outputs.get("published")).toBe("unchanged");
  expect(again.requests.writes).toEqual([]);
  expect(written(scenario)).toEqual([1, 2, 1, 1]);
});

test("after a second push the summary stays one, old words are not repeated, and the new commit has its check", async () => {
  await using scenario = await startActionScenario(setting);
  const before = await analyze(scenario);
  await publish(scenario, before.run);
  const [summary] = scenario.comments();
  const head = await scenario.push({
    "src/mean.js": "export const mean = () => {\n  debugger;\n};\n",
  });
  const after = await analyze(scenario);
  const run = await publish(scenario, after.run);
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.comments().map(({ id }) => id)).toEqual([summary?.id]);
  expect(scenario.comments()[0]?.body).toContain("## Review: 3 findings");
  expect(scenario.threads().map(({ path }) => path)).toEqual([
    "src/total.js",
    "src/total.js",
    "src/mean.js",
  ]);
  expect(scenario.reviews().map(({ commitSha }) => commitSha)).toEqual([before.run.headSha, head]);
  expect(scenario.checks().map(({ suite }) => suite.headSha)).toEqual([before.run.headSha, head]);
});

test("what was analyzed before another push is not written any more", async () => {
  await using scenario = await startActionScenario(setting);
  const analyzed = await analyze(scenario);
  await scenario.push({ "src/more.js": "export const more = 1;\n" });
  const run = await publish(scenario, analyzed.run);
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "superseded",
    published: "nothing",
    reason: "No open pull request has the analyzed commit as its head.",
  });
  expect(written(scenario)).toEqual([0, 0, 0, 0]);
});

test("nothing is written on a pull request that was closed meanwhile", async () => {
  await using scenario = await startActionScenario(setting);
  const analyzed = await analyze(scenario);
  await closeAs(scenario, "ada");
  const run = await publish(scenario, analyzed.run);
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("superseded");
  expect(written(scenario)).toEqual([0, 0, 0, 0]);
});

test("a fork's branch may be named like the base", async () => {
  await using scenario = await startActionScenario({ ...setting, branch: "main" });
  const analyzed = await analyze(scenario);
  const run = await publish(scenario, analyzed.run);
  expect(run.exitCode, run.log).toBe(0);
  expect(written(scenario)).toEqual([1, 2, 1, 1]);
});

test("of two pull requests from one branch, each gets its own review", async () => {
  await using scenario = await startActionScenario(setting);
  await callAs(scenario, "ada", [
    "POST",
    "/repos/acme/shop/git/refs",
    { ref: "refs/heads/release", sha: scenario.pullRequest.base.sha },
  ]);
  const second = { title: "To the release", head: "bob:topic", base: "release" };
  await callAs(scenario, "bob", ["POST", "/repos/acme/shop/pulls", second]);
  const opened = scenario.sandbox.events.findLast(({ name }) => name === "pull_request");
  const numbers = [...scenario.pullRequest.issue.repository.issues.keys()];
  expect(numbers).toEqual([1, 2]);
  const other = scenario.pullRequest.issue.repository.issues.get(2)?.pullRequest;

  const forSecond = await analyze(scenario, opened === undefined ? {} : { event: opened });
  const run = await publish(scenario, forSecond.run);
  expect(run.exitCode, run.log).toBe(0);
  expect([written(scenario).slice(0, 3), other?.reviews.length]).toEqual([[0, 0, 0], 1]);

  const forFirst = await analyze(scenario, {
    event: await pullRequestEvent(scenario.sandbox.world, scenario.pullRequest),
  });
  await publish(scenario, forFirst.run);
  expect(written(scenario).slice(0, 3)).toEqual([1, 2, 1]);
  expect([other?.reviews.length, other?.issue.comments.length]).toEqual([1, 1]);
});

test.each([
  ["expired", "expiresAt"],
  ["not complete", "content"],
])("an artifact that is %s is no reason to be green without a word", async (_what, field) => {
  await using scenario = await startActionScenario(setting);
  const analyzed = await analyze(scenario);
  const [artifact] = analyzed.run.repository.artifacts;
  if (artifact === undefined) throw new Error("nothing was kept");
  Object.assign(artifact, { [field]: field === "content" ? null : new Date(0) });
  const run = await publish(scenario, analyzed.run);
  expect(run.exitCode).toBe(1);
  expect(run.annotations.map(({ title }) => title)).toEqual(["pr-review/no-result"]);
  expect(written(scenario)).toEqual([0, 0, 0, 0]);
});

test("a draft that was skipped there is skipped here", async () => {
  await using scenario = await startActionScenario({ ...setting, draft: true });
  const analyzed = await analyze(scenario);
  expect(analyzed.outputs.get("outcome")).toBe("skipped");
  const run = await publish(scenario, analyzed.run);
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("skipped");
  expect(written(scenario)).toEqual([0, 0, 0, 0]);
});

test("mode review on a fork, which may not write, keeps its result too", async () => {
  await using scenario = await startActionScenario(setting);
  const analyzed = await scenario.run();
  expect(analyzed.exitCode, analyzed.log).toBe(0);
  expect(analyzed.outputs.get("published")).toBe("handed-over");
  expect(analyzed.annotations.map(({ level, title }) => [level, title])).toContainEqual([
    "notice",
    "Not written",
  ]);
  expect(written(scenario)).toEqual([0, 0, 0, 0]);
  const run = await publish(scenario, analyzed.run);
  expect(run.exitCode, run.log).toBe(0);
  expect(written(scenario)).toEqual([1, 2, 1, 1]);
});
