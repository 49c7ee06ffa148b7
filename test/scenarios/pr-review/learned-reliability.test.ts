import { expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";
import type { ScenarioRun } from "../../support/action-scenario-run.ts";
import { callAs } from "../../support/call-as.ts";
import { commentAndRun } from "../../support/comment-command.ts";
import { keptHistories } from "../../support/kept-histories.ts";
import { resolveAs } from "../../support/resolve-thread.ts";
import { configured } from "../../support/review-scenario.ts";

const builtIns = "dependencies hidden-text leftovers migrations secrets size tests workflows";
const off = Object.fromEntries(builtIns.split(" ").map((name) => [name, "off"]));
const silent = "process.stdout.write(JSON.stringify({ findings: [] }));\n";
/** Says something of every line that holds `odd`. */
const noisy = [
  'import { readdirSync, readFileSync } from "node:fs";',
  'const findings = readdirSync("src").flatMap((name) => {',
  '  const lines = readFileSync("src/" + name, "utf8").split("\\n");',
  "  return lines.flatMap((line, at) => line.includes('odd') ? [{",
  '    path: "src/" + name, startLine: at + 1, severity: "medium", category: "correctness",',
  '    rule: "noisy/odd", message: "It is not clear what " + line + " is for.",',
  "  }] : []);",
  "});",
  "process.stdout.write(JSON.stringify({ findings }));",
].join("\n");

const command = (name: string) => ({
  type: "command",
  run: [process.execPath, `tools/${name}.mjs`],
});
const settings = (more: object = {}) => ({
  "tools/noisy.mjs": noisy,
  "tools/quiet.mjs": silent,
  ...configured({
    review: { consensus: { weighted: 0.5 } },
    "built-in": off,
    agents: { noisy: command("noisy"), quiet: command("quiet") },
    ...more,
  }),
});
const before = { "src/a.js": "a();\n", "src/b.js": "b();\n", "src/c.js": "c();\n" };
const change = {
  "src/a.js": "a();\nodd(1);\n",
  "src/b.js": "b();\nodd(2);\n",
  "src/c.js": "c();\nodd(3);\n",
};

/** The right to resolve threads is not given: a person resolves one, and what is gone stays open. */
const start = (more: object = {}) =>
  startActionScenario({ base: { ...before, ...settings(more) }, change });

/** The id of the finding on that file, as the summary shows it. */
function idOn(scenario: ActionScenario, path: string): string {
  const body = scenario.comments()[0]?.body ?? "";
  const row = body
    .split("\n")
    .find((line) => line.includes(path) && /`[0-9a-f]{8,16}` \|$/.test(line));
  return /`([0-9a-f]{8,16})` \|$/.exec(row ?? "")?.[1] ?? "";
}

const historiesOf = ({ pullRequest }: ActionScenario) =>
  keptHistories(pullRequest.issue.repository);
const learnedIn = (scenario: ActionScenario) =>
  Object.fromEntries(historiesOf(scenario).at(-1)?.history.reliability ?? []);
const standings = (run: ScenarioRun) =>
  JSON.parse(run.readFile(run.outputs.get("json") ?? "").toString("utf8")).findings.map(
    ({ path, standing }: { path: string; standing: string }) => [path, standing],
  );

/** One finding dismissed, one ignored, one mended. */
async function answered(scenario: ActionScenario): Promise<void> {
  const first = await scenario.run();
  expect(first.exitCode, first.log).toBe(0);
  expect(standings(first).map(([, standing]: [string, string]) => standing)).toEqual(
    Array(3).fill("agreed"),
  );
  expect(historiesOf(scenario)).toEqual([]);
  await resolveAs(scenario, "ada", "src/a.js");
  const words = `/swarm ignore ${idOn(scenario, "src/b.js")} meant so`;
  const ignored = await commentAndRun(scenario, "ada", words, { checkout: "full" });
  expect(ignored.run.outputs.get("findings"), ignored.run.log).toBe("2");
  expect(historiesOf(scenario)).toEqual([]);
  await scenario.push({ "src/c.js": "c();\nmended(3);\n" }, "Mend it");
}

const learned = {
  noisy: { right: 1, wrong: 1.5 },
  quiet: { right: 0.375, wrong: 0.25 },
};

test("what people make of findings is learned once, and weighs the votes of later runs", async () => {
  await using scenario = await start();
  await answered(scenario);
  const second = await scenario.run();
  expect(second.exitCode, second.log).toBe(0);
  expect(learnedIn(scenario)).toEqual(learned);
  const [kept] = historiesOf(scenario);
  expect(kept?.ref).toBe("refs/pull/1/merge");
  expect(kept?.key).toMatch(/^swarm-history-v1-pr-review-/);
  // The same reads as without anything to learn: the conversation, and the head before writing.
  expect(second.requests.reads).toHaveLength(2);

  await scenario.push({ "src/d.js": "odd(4);\n" }, "Go on");
  const third = await scenario.run();
  expect(third.exitCode, third.log).toBe(0);
  expect(historiesOf(scenario)).toHaveLength(1);
  // One vote against another of the same weight was enough; the word of who is often wrong is not.
  expect(standings(third)).toContainEqual(["src/d.js", "disputed"]);
  expect(scenario.threads().map(({ path }) => path)).not.toContain("src/d.js");
  const { agents } = JSON.parse(third.readFile(third.outputs.get("json") ?? "").toString("utf8"));
  const trust = Object.fromEntries(
    agents.map((one: { name: string; trust?: number }) => [one.name, one.trust]),
  );
  expect(trust.noisy).toBeLessThan(0.75);
  expect(trust.quiet).toBeGreaterThan(0.9);
});

test("what a merged pull request taught is known to the branch it went to, and to all others", async () => {
  await using scenario = await start();
  await answered(scenario);
  await scenario.run();
  await callAs(scenario, "ada", ["PUT", "/repos/acme/shop/pulls/1/merge", {}]);
  const merged = await scenario.run();
  expect(merged.exitCode, merged.log).toBe(0);
  expect(merged.outputs.get("outcome")).toBe("skipped");
  expect(merged.requests.reads).toHaveLength(1);
  expect(historiesOf(scenario).map(({ ref }) => ref)).toEqual([
    "refs/pull/1/merge",
    "refs/heads/main",
  ]);
  expect(learnedIn(scenario)).toEqual(learned);
  const again = await scenario.run();
  expect(again.exitCode, again.log).toBe(0);
  expect(historiesOf(scenario)).toHaveLength(2);
});

test("the settings can do without a cache, which then nobody asks", async () => {
  await using scenario = await start({ github: { cache: false } });
  await answered(scenario);
  const second = await scenario.run();
  expect(second.exitCode, second.log).toBe(0);
  expect(historiesOf(scenario)).toEqual([]);
  expect(scenario.sandbox.exchanges.filter(({ url }) => url.includes("CacheService"))).toEqual([]);
});

test("a history that was forged or is broken is as good as none", async () => {
  await using scenario = await start();
  await answered(scenario);
  await scenario.run();
  for (const cache of scenario.pullRequest.issue.repository.caches) {
    Object.assign(cache, { content: Buffer.from("not an archive") });
  }
  await scenario.push({ "src/d.js": "odd(4);\n" }, "Go on");
  const third = await scenario.run();
  expect(third.exitCode, third.log).toBe(0);
  expect(standings(third)).toContainEqual(["src/d.js", "agreed"]);
});

test("where the cache does not answer, a review is as it would be without", async () => {
  await using scenario = await start();
  await answered(scenario);
  const effect = { kind: "status", status: 500 } as const;
  scenario.sandbox.addFault({ effect, path: /CacheService/, times: 100 });
  const run = await scenario.run({ fastTimers: true });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("findings");
  expect(historiesOf(scenario)).toEqual([]);
});
