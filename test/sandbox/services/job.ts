import { execFileSync } from "node:child_process";
import { join } from "node:path";
import {
  type ActionRun,
  type ActionRunOptions,
  type Repository,
  runAction,
  type Sandbox,
} from "@swarm-actions/sandbox";
import { createActionProgram } from "../../support/action-program.ts";

/** An empty repository `acme/shop`, with one commit on `main`. */
export function addRepository(sandbox: Sandbox): Repository {
  const { world } = sandbox;
  const gitDirectory = join(world.directory, "services.git");
  execFileSync("git", ["init", "-q", "--bare", "--initial-branch=main", gitDirectory]);
  const commit = "commit refs/heads/main\ncommitter Ada <ada@example.com> 0 +0000\ndata 0\n";
  execFileSync("git", ["--git-dir", gitDirectory, "fast-import", "--quiet"], { input: commit });
  const owner = { id: world.nextId(), login: "acme", type: "Organization", name: null } as const;
  const repository: Repository = {
    kind: "repository",
    id: world.nextId(),
    owner,
    name: "shop",
    description: null,
    private: false,
    defaultBranch: "main",
    parent: null,
    gitDirectory,
    collaborators: new Map(),
    labels: [],
    issues: new Map(),
    checkSuites: [],
    statuses: [],
    workflowRuns: [],
    artifacts: [],
    caches: [],
    webhooks: [],
    createdAt: world.now(),
    pushedAt: world.now(),
  };
  world.users.set("acme", owner);
  world.repositories.set("acme/shop", repository);
  return repository;
}

// Put together, since here it is no placeholder of a template literal.
const tokenInput = `token: { default: "${["$", "{{ github.token }}"].join("")}" }`;

/**
 * Runs a program as one job of a workflow in `acme/shop`, with its token as `INPUT_TOKEN`; what it puts
 * out comes back parsed.
 */
export async function runJob(
  sandbox: Sandbox,
  source: string,
  overrides: Partial<ActionRunOptions> = {},
): Promise<{ readonly run: ActionRun; readonly outputs: Readonly<Record<string, unknown>> }> {
  using program = createActionProgram(source, [tokenInput]);
  const run = await runAction({
    sandbox,
    actionDirectory: program.directory,
    event: { name: "schedule", payload: {} },
    repository: "acme/shop",
    timeoutMs: 30_000,
    ...overrides,
  });
  if (run.exitCode !== 0) throw new Error(`the job failed:\n${run.log}`);
  const outputs = [...run.outputs].map(([name, value]) => [name, JSON.parse(value)]);
  return { run, outputs: Object.fromEntries(outputs) };
}

/** Another branch with the commit of `main`. */
export function addBranch({ gitDirectory }: Repository, name: string): void {
  execFileSync("git", ["--git-dir", gitDirectory, "branch", name, "main"]);
}
