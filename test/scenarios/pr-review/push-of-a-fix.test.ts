import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";

const base = {
  "src/total.js": "export const total = (a, b) => a + b;\n",
  "src/mean.js": "export const mean = (a, b) => (a + b) / 2;\n",
};
const change = {
  "src/total.js":
    "export const total = (a, b) => {\n  debugger;\n  console.log(a);\n  return a + b;\n};\n",
  "src/mean.js": "export const mean = (a, b) => {\n  debugger;\n  return (a + b) / 2;\n};\n",
};
const fix = { "src/total.js": "export const total = (a, b) => {\n  return b + a;\n};\n" };

/** What the starter workflow grants, and what GitHub asks for to resolve a thread. */
const permissions = { contents: "write", "pull-requests": "write", checks: "write" } as const;

test("a push that mends one file resolves its threads, says nothing twice, and updates the summary", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  expect(
    scenario
      .threads()
      .map(({ path }) => path)
      .sort(),
  ).toEqual(["src/mean.js", "src/total.js", "src/total.js"]);
  const [summary] = scenario.comments();

  const head = await scenario.push(fix, "Mend the total");
  const run = await scenario.run({ permissions });
  expect(run.exitCode, run.log).toBe(0);
  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "findings",
    published: "written",
    findings: "1",
    posted: "0",
  });

  const open = scenario.threads().filter(({ resolvedBy }) => resolvedBy === null);
  expect(open.map(({ path, comments }) => [path, comments.length])).toEqual([["src/mean.js", 1]]);
  expect(scenario.threads()).toHaveLength(3);
  expect(scenario.reviews()).toHaveLength(1);
  expect(scenario.comments().map(({ id }) => id)).toEqual([summary?.id]);
  expect(scenario.comments()[0]?.body).toContain(head.slice(0, 10));
  expect(run.requests.reads).toHaveLength(2);
  expect(run.requests.writes.length).toBeLessThanOrEqual(2);
});

test("without the right to resolve threads they stay open, and nobody tries again and again", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  await scenario.push(fix, "Mend the total");
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  expect(scenario.comments()[0]?.body).toContain("## Review: 1 finding");
  expect(scenario.threads().filter(({ resolvedBy }) => resolvedBy === null)).toHaveLength(3);
  const again = await scenario.run();
  expect(again.outputs.get("published")).toBe("unchanged");
  expect(again.requests.writes).toEqual([]);
});

test("a rerun on the same commit writes nothing", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  const again = await scenario.run();
  expect(again.exitCode, again.log).toBe(0);
  expect(Object.fromEntries(again.outputs)).toMatchObject({
    outcome: "findings",
    published: "unchanged",
    posted: "0",
    conclusion: "success",
  });
  expect(again.requests.writes).toEqual([]);
  expect(again.requests.reads).toHaveLength(1);
});

test("a thread in which a person replied stays open, though what it was about is gone", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  const [answered] = scenario.threads().filter(({ path }) => path === "src/total.js");
  const [comment] = answered?.comments ?? [];
  const { sandbox } = scenario;
  const reply = await fetch(
    `${sandbox.url}/repos/acme/shop/pulls/1/comments/${comment?.id}/replies`,
    {
      method: "POST",
      headers: {
        authorization: `Bearer ${scenario.tokenOf("bob")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ body: "Is this really a fault?" }),
    },
  );
  expect(reply.status).toBe(201);
  await scenario.push(fix, "Mend the total");
  const run = await scenario.run({ permissions });
  expect(run.exitCode, run.log).toBe(0);
  const [kept, ...others] = scenario.threads().filter(({ path }) => path === "src/total.js");
  expect(kept).toBe(answered);
  expect(kept?.resolvedBy).toBeNull();
  expect(kept?.comments).toHaveLength(2);
  expect(others.map(({ resolvedBy }) => resolvedBy === null)).toEqual([false]);
});

test("a thread whose lines did not change stays open, though nobody says it any more", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.run();
  await scenario.pushBase({ ".github/swarm.yml": "built-in: { leftovers: off }\n" });
  const run = await scenario.run({ permissions });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("findings")).toBe("0");
  expect(scenario.threads().map(({ resolvedBy }) => resolvedBy)).toEqual([null, null, null]);
});
