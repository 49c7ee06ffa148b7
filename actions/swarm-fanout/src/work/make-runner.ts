import type { Kit } from "@swarm-actions/action-kit";
import type { SwarmPlan, TaskRunner } from "@swarm-actions/swarm";
import { readChangeOf } from "../shared/change.ts";
import { linesOf } from "../shared/lines.ts";
import { programVariables } from "../shared/programs.ts";
import { readConfig } from "../shared/read-config.ts";
import type { WorkInputs } from "./work-inputs.ts";

/** What of the kit a runner needs: a worker that is a process of another job has no more. */
export type RunnerKit = Pick<Kit, "environment" | "redactor" | "info">;

/** What does the tasks of a plan: the program that was given, else the panel of the settings. */
export async function makeRunner(
  kit: RunnerKit,
  inputs: WorkInputs,
  plan: SwarmPlan,
): Promise<TaskRunner> {
  const { run } = inputs;
  return run === null ? makePanel(kit, inputs, plan) : makeProgram(kit, inputs, run);
}

async function makeProgram(kit: RunnerKit, inputs: WorkInputs, run: string): Promise<TaskRunner> {
  const { createProgramRunner } = await import("@swarm-actions/tasks");
  const { workspace, temporary } = kit.environment;
  return createProgramRunner({
    program: { kind: "script", text: run },
    per: inputs.per,
    taskSeconds: inputs["task-timeout"] ?? 600,
    directory: workspace,
    environment: programVariables(kit, inputs.token),
    redactor: kit.redactor,
    temporary,
    reports: linesOf(inputs.reports),
    onLine: kit.info,
  });
}

async function makePanel(
  kit: RunnerKit,
  inputs: WorkInputs,
  { tasks, note }: SwarmPlan,
): Promise<TaskRunner> {
  const { createPanelRunner } = await import("@swarm-actions/tasks");
  const { environment, redactor } = kit;
  const given = note?.change ?? { base: null, head: null };
  return createPanelRunner({
    config: await readConfig(environment, inputs.config),
    agents: inputs.agents,
    setup: {
      root: environment.workspace,
      environment: programVariables(kit, inputs.token),
      redactor,
    },
    change: () => readChangeOf(environment, given),
    tasks: tasks.length,
  });
}
