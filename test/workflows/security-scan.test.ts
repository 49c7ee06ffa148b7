import { pullRequestEvent } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { actPath, runWorkflow, type WorkflowResult } from "../support/act.ts";
import { startActionScenario } from "../support/action-scenario.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { createReleaseTree, readTemplate } from "../support/release-tree.ts";

// The starter workflow for scanners, with two that the repository brings along.

const workflow = ".github/workflows/security-scan.yml";

/** A scanner: says where its word stands, as SARIF; with no word it crashes. */
const scanner = `
const { readFileSync } = require("node:fs");
const [, , name, word = ""] = process.argv;
if (word === "") throw new Error("the rules could not be loaded");
const results = readFileSync("src/run.js", "utf8").split("\\n").flatMap((line, at) =>
  line.includes(word)
    ? [{
        ruleId: name + "/" + word,
        level: "error",
        message: { text: "Runs code that is made of text." },
        locations: [{
          physicalLocation: {
            artifactLocation: { uri: "src/run.js" }, region: { startLine: at + 1, endLine: at + 1 },
          },
        }],
      }]
    : [],
);
console.log(JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name } }, results }] }));
`;

/** Scans a change that holds both words. @param words what each of the two scanners looks for */
async function scan(words: readonly [string, string]): Promise<WorkflowResult> {
  const agent = (name: string, word: string) => ({
    type: "command",
    run: ["node", "scanner.cjs", name, word],
    format: "sarif",
  });
  const agents = { careful: agent("careful", words[0]), thorough: agent("thorough", words[1]) };
  const template = readTemplate("security-scan").replace(
    / +hidden-text\n +workflows\n +dependencies\n/,
    "        careful\n        thorough\n",
  );
  await using scenario = await startActionScenario({
    base: {
      [workflow]: template,
      ".github/swarm.yml": stringify({ agents }),
      "scanner.cjs": scanner,
    },
    change: { "src/run.js": 'const code = "1";\neval(code);\nnew Function(code)();\n' },
  });
  await using checkout = await scenario.checkOut();
  using release = createReleaseTree();
  const { sandbox, pullRequest } = scenario;
  return await runWorkflow({
    sandbox,
    repository: "acme/shop",
    workflow,
    workflowDirectory: checkout.directory,
    releaseTree: release.directory,
    event: await pullRequestEvent(sandbox.world, pullRequest),
  });
}

test.skipIf(actPath() === null)(
  "scanners are asked in parallel, and what they found is uploaded as one",
  async () => {
    const result = await scan(["eval", "Function"]);
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    const ids = result.jobs.map(({ id }) => id);
    expect(ids).toEqual(["plan", "work", "work", "work", "collect", "upload"]);
    expect(result.jobs.at(-1)?.log).toContain("uploads swarm: swarm-actions 2");
    const [run] = sarifOf(result).runs;
    expect(run.invocations).toMatchObject([{ executionSuccessful: true }]);
    expect(run.results).toMatchObject([
      { ruleId: "careful/careful-eval", properties: { votes: { yes: ["careful"] } } },
      { ruleId: "thorough/thorough-function", properties: { votes: { yes: ["thorough"] } } },
    ]);
  },
);

test.skipIf(actPath() === null)(
  "a scanner that crashes is named, and what it did not look at does not pass for mended",
  async () => {
    const result = await scan(["eval", ""]);
    expect(result.conclusion, result.log).toBe("failure");
    const red = result.jobs.filter(({ conclusion }) => conclusion === "failure");
    expect(red.map(({ id }) => id)).toEqual(["collect"]);
    expect(result.jobs.map(({ id }) => id)).not.toContain("upload");
    const { report, results } = keptSwarm(result.run, "security-scan");
    expect(report.coverage).toMatchObject({ tasks: 3, done: 3, missing: [] });
    expect(results.map(({ status }) => status)).toEqual(["done", "done", "failed"]);
    expect(results[2]?.error).toMatchObject({ message: expect.stringContaining("thorough") });
    expect(result.log).toMatch(/1 task failed::[^"]*thorough/);
    const [run] = sarifOf(result).runs;
    expect(run.invocations).toMatchObject([{ executionSuccessful: false }]);
    expect(run.results).toMatchObject([{ ruleId: "careful/careful-eval" }]);
  },
);

function sarifOf(result: WorkflowResult) {
  const { files } = keptSwarm(result.run, "security-scan");
  return JSON.parse(files.get("review.sarif") ?? "");
}
