import {
  type ActionRun,
  type ActionRunOptions,
  runAction,
  type Sandbox,
} from "@swarm-actions/sandbox";
import { createActionProgram } from "../../support/action-program.ts";
import { startJudgedSandbox } from "../../support/judge/judged-sandbox.ts";

/** A judged sandbox with `acme/shop`, which has the branches `main` and `topic`. */
export function startShop(): Promise<Sandbox> {
  const main = { name: "main", commits: [{ files: { "README.md": "# Shop" } }] };
  const branches = [main, { name: "topic", from: "main" }];
  const repositories = [{ owner: "acme", name: "shop", branches }];
  return startJudgedSandbox({ seed: { organizations: [{ login: "acme" }], repositories } });
}

/**
 * Runs a program as one job of a workflow in `acme/shop`, with its token as `INPUT_TOKEN`; what it puts
 * out comes back parsed.
 */
export async function runJob(
  sandbox: Sandbox,
  source: string,
  overrides: Partial<ActionRunOptions> = {},
): Promise<{ readonly run: ActionRun; readonly outputs: Readonly<Record<string, unknown>> }> {
  using program = createActionProgram(source);
  const run = await runAction({
    sandbox,
    actionDirectory: program.directory,
    event: { name: "schedule", payload: {} },
    repository: "acme/shop",
    timeoutMs: 240_000,
    ...overrides,
  });
  if (run.exitCode !== 0) throw new Error(`the job failed:\n${run.log}`);
  const outputs = [...run.outputs].map(([name, value]) => [name, JSON.parse(value)]);
  return { run, outputs: Object.fromEntries(outputs) };
}
