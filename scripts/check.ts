import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { missingTools } from "./missing-tools.ts";
import { top } from "./top.ts";

// `npm test`: every check there is, each whatever came of the one before, and a verdict at the end.
// With arguments, only the tests that they name. `--no-skips` makes a missing tool a failure.

interface Step {
  readonly title: string;
  readonly args: readonly string[];
}

const results = join(top, ".build/tests.json");
const noSkips = process.argv.includes("--no-skips");
const wanted = process.argv.slice(2).filter((arg) => arg !== "--no-skips");

const tests: Step = {
  title: "tests",
  args: [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
    ...wanted,
  ],
};
const steps: readonly Step[] = [
  {
    title: "format and lint",
    args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
  },
  { title: "types", args: ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"] },
  { title: "layers", args: ["scripts/check-layers.ts"] },
  { title: "documents", args: ["scripts/check-docs.ts"] },
  { title: "tables", args: ["scripts/update-readme.ts"] },
  { title: "workflows", args: ["scripts/check-workflows.ts"] },
  tests,
];

// An earlier run's numbers must not stand in for this one's.
rmSync(results, { force: true });
const missing = missingTools();
const failed = (wanted.length > 0 ? [tests] : steps)
  .filter((step) => !run(step))
  .map(({ title }) => title);
for (const { name, suites, fix } of missing) {
  console.log(`\n!!! SKIPPED: ${suites}\n!!! because ${name} is not on this machine. ${fix}`);
}
if (noSkips && missing.length > 0) failed.push("skipped suites");
conclude();

function run({ title, args }: Step): boolean {
  console.log(`\n── ${title} ${"─".repeat(Math.max(0, 70 - title.length))}`);
  const env = { ...process.env, SWARM_NO_SKIPS: noSkips ? "1" : "0" };
  const { status } = spawnSync(process.execPath, args, { cwd: top, stdio: "inherit", env });
  return status === 0;
}

function conclude(): void {
  const all = missing.length === 0 ? "Every check passed." : "Every check that could run passed.";
  console.log(failed.length === 0 ? `\n${all}` : `\nFailed: ${failed.join(", ")}.`);
  process.exitCode = failed.length === 0 ? 0 : 1;
  console.log(existsSync(results) ? countTests() : "The tests ended without a result.");
}

function countTests(): string {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(results, "utf8"),
  );
  return `Tests: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`;
}
