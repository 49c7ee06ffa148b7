import type { JsonReport } from "@swarm-actions/report";
import { expect } from "vitest";
import type { Files } from "./change.ts";
import { createRepository, type TestRepository } from "./repository.ts";
import { type CliOptions, type CliRun, runCli } from "./run-cli.ts";

/** A run of `review --format json` with what it printed, parsed. */
export interface JsonRun extends CliRun {
  readonly report: JsonReport;
}

type FilesAfter = Readonly<Record<string, Files[string] | null>>;

/** A repository with `before` on main and `after` in the working tree of a branch; null deletes. */
export function changedRepository(before: Files, after: FilesAfter): TestRepository {
  const repository = createRepository();
  repository.commit("Begin", { "README.md": "# Sample\n", ...before });
  repository.git("switch", "-qc", "feature");
  repository.write(after);
  return repository;
}

/** A configuration file for `before` of a changed repository. JSON is YAML too. */
export function configured(config: object): Files {
  return { ".github/swarm.yml": JSON.stringify(config, null, 2) };
}

/** Reviews in `directory` and parses the JSON; fails with what was said when there is none. */
export async function reviewJson(
  directory: string,
  args: readonly string[] = [],
  options: CliOptions = {},
): Promise<JsonRun> {
  const run = await runCli(["review", "-C", directory, "--format", "json", ...args], options);
  expect(run.stdout, `no report; exit code ${run.code}\n${run.stderr}`).toMatch(/^\{/);
  return { ...run, report: JSON.parse(run.stdout) };
}

/** An agent's part of a review. */
export function agentIn({ report }: JsonRun, name: string): JsonReport["agents"][number] {
  const agent = report.agents.find((one) => one.name === name);
  if (agent === undefined) throw new Error(`no agent "${name}" in the report`);
  return agent;
}

/** Where each finding is and what it says: `rule path:line`, in the report's order. */
export function placesOf({ report }: JsonRun): string[] {
  return report.findings.map(({ rule, path, startLine }) =>
    [rule, ...(path === null ? [] : [startLine === null ? path : `${path}:${startLine}`])].join(
      " ",
    ),
  );
}
