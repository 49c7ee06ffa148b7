import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workflowDispatchEvent } from "@swarm-actions/sandbox";
import { stringify } from "yaml";
import { runWorkflow, type WorkflowOptions, type WorkflowResult } from "./act.ts";
import { type ActionScenario, startActionScenario } from "./action-scenario.ts";
import type { ScenarioFiles } from "./action-scenario-seed.ts";
import { createReleaseTree } from "./release-tree.ts";

const file = ".github/workflows/swarms.yml";

export interface SwarmWorkflow {
  /** The jobs of the workflow, as YAML has them. */
  readonly jobs: Readonly<Record<string, object>>;
  /** What is on the default branch besides. */
  readonly base?: ScenarioFiles;
  /** What the pull request changes of it; default: one file. */
  readonly change?: ScenarioFiles;
}

/** A workflow in a repository of a local GitHub, and the release that it uses. */
export interface SwarmStage extends AsyncDisposable {
  readonly scenario: ActionScenario;
  /** Runs it, by hand as it were. */
  readonly run: (options?: Partial<WorkflowOptions>) => Promise<WorkflowResult>;
  /** For whatever programs leave behind for the test: a folder that all jobs see. */
  readonly folder: string;
  /** Leaves an empty file there. */
  readonly mark: (name: string) => Promise<void>;
  /** The lines of a file in it; none where there is no such file. */
  readonly lines: (name: string) => Promise<readonly string[]>;
}

/** Sets it up on the tree of a release; all of it ends with its scope. */
export async function startSwarmWorkflow(
  make: (folder: string) => SwarmWorkflow,
): Promise<SwarmStage> {
  await using stack = new AsyncDisposableStack();
  const folder = await realpath(await mkdtemp(join(tmpdir(), "swarm-seen-")));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const { jobs, base, ...change } = make(folder);
  const on = ["workflow_dispatch", "pull_request"];
  const text = stringify({ name: "swarms", on, permissions: {}, jobs });
  const files = { ...base, [file]: text };
  const scenario = stack.use(await startActionScenario({ base: files, ...change }));
  const checkout = stack.use(await scenario.checkOut());
  const release = stack.use(createReleaseTree());
  const { sandbox, pullRequest } = scenario;
  const { repository, author } = pullRequest.issue;
  const owned = stack.move();
  return {
    scenario,
    folder,
    run: async (options = {}) =>
      runWorkflow({
        sandbox,
        repository: "acme/shop",
        workflow: file,
        workflowDirectory: checkout.directory,
        releaseTree: release.directory,
        event: await workflowDispatchEvent(sandbox.world, repository, author, { workflow: file }),
        ...options,
      }),
    mark: (name) => writeFile(join(folder, name), ""),
    lines: async (name) =>
      (await readFile(join(folder, name), "utf8").catch(() => "")).split("\n").filter(Boolean),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A job that calls one of the released workflows. @param secrets names of what it is given */
export function callOf(
  name: string,
  inputs: Readonly<Record<string, unknown>>,
  secrets: readonly string[] = [],
): object {
  return {
    permissions: { contents: "read" },
    uses: `org/swarm-actions/.github/workflows/${name}.yml@v1`,
    with: inputs,
    secrets: Object.fromEntries(secrets.map((one) => [one, `\${{ secrets.${one} }}`])),
  };
}
