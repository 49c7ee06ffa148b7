import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Redactor } from "@swarm-actions/core";
import type { AgentAnswer, ReviewTask } from "@swarm-actions/review";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { createSarifAgent } from "../sarif/agent.ts";
import { sarifOptions } from "../sarif/options.ts";
import { createCommandAgent } from "./agent.ts";
import { commandOptions } from "./options.ts";

// What linters really write, where their reports differ from what the formats' texts promise.

const { resolve } = createRequire(import.meta.url);
const eslint = join(dirname(resolve("eslint/package.json")), "bin/eslint.js");
const eslintSarif = resolve("@microsoft/eslint-formatter-sarif");
const biome = resolve("@biomejs/biome/bin/biome");

const source = `export const greeting = "hé 😀"; debugger;
export function same(a, b) {
  return a == b;
}
`;
const eslintConfig = `export default [{ rules: {
  "no-debugger": "error", "eqeqeq": "warn", "no-empty": "error" } }];\n`;
const signal = new AbortController().signal;
const setupOf = (root: string) => ({ root, environment: process.env, redactor: new Redactor() });
let folder = "";
let root = "";

beforeAll(() => {
  // The tools follow the link, and report files by the path it leads to.
  folder = mkdtempSync(join(tmpdir(), "swarm-linters-"));
  mkdirSync(join(folder, "real", "my src"), { recursive: true });
  root = join(folder, "link");
  symlinkSync(join(folder, "real"), root);
  writeFileSync(join(root, "my src", "a.js"), source);
  writeFileSync(join(root, "my src", "broken.js"), "let = = 3;\n");
  writeFileSync(join(root, "eslint.config.mjs"), eslintConfig);
  writeFileSync(join(root, "biome.json"), "{}\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(options: object, task: ReviewTask): Promise<AgentAnswer> {
  const parsed = commandOptions.parse({ stdin: "none", "pass-paths": true, ...options });
  return createCommandAgent("lint", parsed, setupOf(root)).review(task, signal);
}

const task = taskOf({}, { "my src/a.js": source });

function saidBy({ remarks }: AgentAnswer) {
  return remarks
    .map(({ rule, severity, place }) => [
      rule,
      severity,
      place.kind === "lines" ? place.startLine : place.kind,
    ])
    .sort();
}

describe("ESLint", () => {
  const run1 = [process.execPath, eslint, "-f", eslintSarif];

  it("is read as SARIF from its output", async () => {
    const answer = await run({ run: run1, format: "sarif" }, task);
    expect(saidBy(answer)).toEqual([
      ["lint/eqeqeq", "medium", 3],
      ["lint/no-debugger", "high", 1],
    ]);
    expect(answer).toMatchObject({ skipped: [], corrections: [] });
  });

  it("is read as SARIF from a file, as the judgement of ESLint", async () => {
    const options = { run: [...run1, "-o", "out/eslint.sarif"], format: "sarif" };
    await run({ ...options, "output-file": "out/eslint.sarif" }, task);
    const parsed = sarifOptions.parse({ file: "out/eslint.sarif" });
    const agent = createSarifAgent("report", parsed, setupOf(root));
    await agent.check?.(signal);
    expect(agent.provider).toBe("eslint");
    expect((await agent.review(task, signal)).remarks).toHaveLength(2);
  });

  it("names the file that it cannot parse, and still tells of the others", async () => {
    const both = taskOf({}, { "my src/a.js": source, "my src/broken.js": "let = = 3;\n" });
    const { remarks, skipped } = await run({ run: run1, format: "sarif" }, both);
    expect(remarks).toHaveLength(2);
    expect(skipped).toEqual([
      {
        path: "my src/broken.js",
        hunk: 0,
        reason: expect.stringMatching(/^ESLint: Parsing error/),
      },
    ]);
  });

  it("is a failure when it has no configuration", async () => {
    const broken = [...run1, "-c", "no-such-config.mjs"];
    await expect(run({ run: broken, format: "sarif" }, task)).rejects.toMatchObject({
      code: "command/failed",
      message: expect.stringContaining("exited with 2"),
    });
  });
});

describe("Biome", () => {
  const lint = [process.execPath, biome, "lint", "--vcs-enabled=false"];

  it("is read as SARIF", async () => {
    const answer = await run({ run: [...lint, "--reporter=sarif"], format: "sarif" }, task);
    expect(saidBy(answer)).toEqual([
      ["lint/lint-suspicious-no-debugger", "high", 1],
      ["lint/lint-suspicious-no-double-equals", "high", 3],
    ]);
  });

  it("is read as rdjson, its suggestions in place even after wide characters", async () => {
    const answer = await run({ run: [...lint, "--reporter=rdjson"], format: "rdjson" }, task);
    expect(saidBy(answer)).toEqual([
      ["lint/lint-suspicious-no-debugger", "high", 1],
      ["lint/lint-suspicious-no-double-equals", "high", 3],
    ]);
    const suggestions = answer.remarks.map(({ suggestion }) => suggestion?.replacement).sort();
    expect(suggestions).toEqual(["  return a === b;", 'export const greeting = "hé 😀"; ']);
  });
});
