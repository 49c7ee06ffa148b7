import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { shownOn } from "../../support/action-scenario-shown.ts";
import { modelKey, startModelServer } from "../../support/model-server.ts";
import { configured } from "../../support/review-scenario.ts";

const filler = Array.from({ length: 20 }, (_, at) => `export const v${at} = ${at};\n`).join("");
const files = { "src/total.js": filler, "src/mean.js": filler };
const change = {
  "src/total.js": `${filler}debugger;\n`,
  "src/mean.js": `${filler}export const mean = (a, b) => (a + b) / 3;\n`,
};
const said = {
  path: "src/mean.js",
  side: "new",
  start_line: 21,
  end_line: 21,
  severity: "high",
  rule: "wrong-divisor",
  message: "The mean of two numbers is half of their sum.",
  suggestion: "export const mean = (a, b) => (a + b) / 2;",
  confidence: 0.9,
};
const options = { environment: { MODEL_KEY: modelKey }, inputs: { "fail-on": "never" } };

test("after a rebase nothing is said again, and no model is asked about what it has seen", async () => {
  await using model = await startModelServer(() => ({ findings: [said] }));
  const settings = { review: { consensus: { quorum: 1 } }, agents: { ai: model.agent("openai") } };
  const base = { ...files, ...configured(settings) };
  await using scenario = await startActionScenario({ base, change });
  const first = await scenario.run(options);
  expect(first.exitCode, first.log).toBe(0);
  const before = shownOn(scenario);
  expect(before.threads).toEqual(["open src/mean.js:21", "open src/total.js:21"]);
  const asked = model.seen.length;
  expect(asked).toBeGreaterThan(0);
  const [summary] = scenario.comments();

  // The base goes on, in the same files too, so that the same change stands on other lines.
  await scenario.pushBase({
    "src/total.js": `// one\n// two\n${filler}`,
    "src/other.js": "export const other = 1;\n",
  });
  const head = await scenario.rebase();
  expect(head).not.toBe(before.reviews[0]);
  const run = await scenario.run(options);
  expect(run.exitCode, run.log).toBe(0);

  expect(Object.fromEntries(run.outputs)).toMatchObject({
    outcome: "findings",
    findings: "2",
    posted: "0",
    published: "written",
  });
  expect(model.seen).toHaveLength(asked);
  const after = shownOn(scenario);
  expect(after.reviews).toEqual(before.reviews);
  expect(after.threads).toHaveLength(2);
  for (const thread of after.threads) expect(thread).toMatch(/^open /);
  expect(scenario.comments().map(({ id }) => id)).toEqual([summary?.id]);
  expect(scenario.comments()[0]?.body).toContain(head.slice(0, 10));
  expect(after.checks).toEqual(["pr-review completed success"]);
  expect(run.requests.reads.length).toBeLessThanOrEqual(3);
  // The summary and the check of the new commit.
  expect(run.requests.writes).toHaveLength(2);
});

test("after a rebase the coverage says what was carried over", async () => {
  await using scenario = await startActionScenario({ base: files, change });
  await scenario.run();
  await scenario.pushBase({ "src/total.js": `// one\n${filler}` });
  await scenario.rebase();
  const run = await scenario.run();
  const report = JSON.parse(run.readFile(run.outputs.get("json") ?? "").toString());
  expect(report.incremental).toEqual({ mode: "incremental", carriedHunks: 2, reason: null });
  expect(report.coverage).toMatchObject({ reviewed: 0, carried: 2, missed: 0 });
  expect(report.outcome).toBe("findings");
});
