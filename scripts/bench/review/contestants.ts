import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { top } from "../../top.ts";

/** A program that looks for secrets in the files of a repository, among other things or not. */
export interface Contestant {
  readonly name: string;
  readonly args: readonly string[];
  /** The paths of the files that it found a secret in, out of what it printed. */
  secretPathsIn(output: string, repository: string): readonly string[];
}

const resolve = createRequire(import.meta.url).resolve;

/** The built command line with every built-in agent and no configuration. */
export const ours: Contestant = {
  name: "ours",
  args: [
    join(top, "packages/cli/dist/index.js"),
    ...["review", "--base", "main", "--format", "json", "--fail-on", "never"],
  ],
  secretPathsIn(output) {
    const { findings } = JSON.parse(output) as { findings: { rule: string; path: string }[] };
    return findings.filter(({ rule }) => rule.startsWith("secrets/")).map(({ path }) => path);
  },
};

/** secretlint's own command line with its recommended rules, given the changed files one by one. */
export function secretlint(paths: readonly string[]): Contestant {
  const rules = [{ id: "@secretlint/secretlint-rule-preset-recommend" }];
  return {
    name: "secretlint",
    args: [
      join(resolve("secretlint/package.json"), "../bin/secretlint.js"),
      ...["--format", "json", "--secretlintrcJSON", JSON.stringify({ rules })],
      ...["--no-glob", ...paths],
    ],
    secretPathsIn(output, repository) {
      const files = JSON.parse(output) as { filePath: string; messages: unknown[] }[];
      const hit = files.filter(({ messages }) => messages.length > 0);
      return hit.map(({ filePath }) => relative(repository, filePath));
    },
  };
}

/**
 * Runs a contestant in the repository.
 * @returns milliseconds from before its start to its end
 * @throws Error when it found a secret elsewhere than in `expected`, or missed one
 */
export function timeRun(
  { name, args, secretPathsIn }: Contestant,
  repository: string,
  expected: readonly string[],
): number {
  const start = performance.now();
  const run = spawnSync(process.execPath, args, { cwd: repository, maxBuffer: 2 ** 28 });
  const elapsed = performance.now() - start;
  const found = secretPathsIn(run.stdout.toString(), repository);
  if (found.toSorted().join() === expected.toSorted().join()) return elapsed;
  throw new Error(`${name} found secrets in [${found.join(", ")}]: ${run.stderr.toString()}`);
}
