import { expect, test } from "vitest";
import { programAgent, saying } from "../../support/program-agent.ts";
import {
  changedRepository,
  configured,
  placesOf,
  reviewJson,
} from "../../support/review-scenario.ts";

const after = {
  "src/a.js": "debugger;\n",
  "src/b.test.js": 'test.only("b", () => {\n  expect(b()).toBe(1);\n});\n',
  "vendor/c.js": "debugger;\n",
};
const all = ["tests/focused-test src/b.test.js:1", "leftovers/debugger src/a.js:1"];

test("the threshold is that of the configuration, unless the command line has one", async () => {
  using repository = changedRepository(configured({ review: { "fail-on": "critical" } }), after);
  const codes = await Promise.all(
    [[], ["--fail-on", "high"], ["--fail-on", "never"], ["--fail-on", "info"]].map(
      async (args) => (await reviewJson(repository.top, args)).code,
    ),
  );
  expect(codes).toEqual([0, 1, 0, 1]);
});

test("ignored paths are not reviewed, and count as left out on purpose", async () => {
  using repository = changedRepository(
    configured({ review: { ignore: ["vendor/**", "**/*.test.js"] } }),
    after,
  );
  const run = await reviewJson(repository.top);
  expect(placesOf(run)).toEqual(["leftovers/debugger src/a.js:1"]);
  expect(run.report.coverage).toMatchObject({ reviewed: 1, excluded: 2, missed: 0 });
  const reasons = run.report.coverage.entries.map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason !== null)).toHaveLength(2);
});

test.each([
  [{ "leftovers/debugger": "off" }, ["tests/focused-test src/b.test.js:1"]],
  [{ "leftovers/*": "off", "tests/*": "off" }, []],
  [{ "leftovers/debugger": { paths: ["src/**"] } }, all],
  [{ "leftovers/debugger": { ignore: ["src/**"] } }, [all[0]]],
])("rules are switched off or narrowed by %j", async (rules, places) => {
  using repository = changedRepository(configured({ review: { rules } }), after);
  const run = await reviewJson(repository.top);
  expect(placesOf(run).filter((place) => !place.includes("vendor/"))).toEqual(places);
});

test("a rule may be graver or milder than it is by itself", async () => {
  const rules = { "leftovers/debugger": "critical", "tests/focused-test": { severity: "info" } };
  using repository = changedRepository(configured({ review: { rules } }), after);
  const { code, report } = await reviewJson(repository.top);
  expect(code).toBe(1);
  const severities = new Map(report.findings.map(({ rule, severity }) => [rule, severity]));
  expect(severities.get("leftovers/debugger")).toBe("critical");
  expect(severities.get("tests/focused-test")).toBe("info");
});

test("a reviewer switched off takes no part; --agents asks only those it names", async () => {
  const config = { "built-in": { leftovers: "off", tests: { ignore: ["**/b.*"] } } };
  using repository = changedRepository(configured(config), after);
  const run = await reviewJson(repository.top);
  expect(placesOf(run)).toEqual([]);
  expect(run.report.agents.map(({ name }) => name)).not.toContain("leftovers");
  const only = await reviewJson(repository.top, ["--agents", "secrets,size"]);
  expect(only.report.agents.map(({ name }) => name)).toEqual(["secrets", "size"]);
});

test("no more comments stand on lines than the configuration allows; the rest is listed", async () => {
  using repository = changedRepository(configured({ review: { "max-inline-comments": 1 } }), after);
  const { commentPlan, findings } = (await reviewJson(repository.top)).report;
  expect(commentPlan.inline).toHaveLength(1);
  const { posted, demoted, dropped } = commentPlan.counts;
  expect(posted + demoted + dropped).toBeGreaterThanOrEqual(findings.length);
});

test("a quorum counts providers: what one of two says is disputed, and fails nothing", async () => {
  const opinion = { path: "src/a.js", startLine: 1, severity: "medium", category: "style" };
  const one = saying({ ...opinion, rule: "taste", message: "I would not write it so." });
  const [a, b] = [programAgent("ada", one), programAgent("bob", saying())];
  const agents = Object.fromEntries(
    ["ada", "bob"].map((name) => [
      name,
      { type: "command", run: [process.execPath, `tools/${name}.mjs`], categories: ["style"] },
    ]),
  );
  const config = configured({ review: { consensus: { quorum: 2 }, "fail-on": "low" }, agents });
  using repository = changedRepository({ ...a, ...b, ...config }, after);
  const disputed = await reviewJson(repository.top, ["--agents", "ada,bob"]);
  expect(disputed.code).toBe(0);
  expect(disputed.report.findings).toMatchObject([
    { standing: "disputed", votes: { yes: ["ada"], no: ["bob"] } },
  ]);
  repository.write({ "tools/bob.mjs": one });
  const agreed = await reviewJson(repository.top, ["--agents", "ada,bob"]);
  expect(agreed.code).toBe(1);
  expect(agreed.report.findings).toMatchObject([
    { standing: "agreed", votes: { yes: ["ada", "bob"], no: [] } },
  ]);
});
