import { createHash } from "node:crypto";
import { type TriggerEvent, workflowRunEvent } from "@swarm-actions/sandbox";
import { unzipSync, zipSync } from "fflate";
import type { ActionScenario } from "./action-scenario.ts";
import type { ScenarioRun, ScenarioRunOptions } from "./action-scenario-run.ts";

type WorkflowRun = ScenarioRun["run"];

/** What the starter workflow of the first half grants; GitHub takes the rest from a fork in any case. */
const analyzing = { contents: "read", "pull-requests": "read" } as const;
/** What the starter workflow of the second half grants. */
const publishing = {
  actions: "read",
  contents: "read",
  "pull-requests": "write",
  checks: "write",
} as const;

/** The first half: on the fork's pull request, with a token that can only read. */
export function analyze(
  scenario: ActionScenario,
  options: ScenarioRunOptions = {},
): Promise<ScenarioRun> {
  const inputs = { mode: "analyze", ...options.inputs };
  return scenario.run({ permissions: analyzing, ...options, inputs });
}

/** The second half: on the end of another run, without a checkout, with a token that may write. */
export async function publish(
  scenario: ActionScenario,
  of: WorkflowRun,
  options: ScenarioRunOptions = {},
): Promise<ScenarioRun> {
  const event: TriggerEvent = await workflowRunEvent(scenario.sandbox.world, of);
  const inputs = { mode: "publish", ...options.inputs };
  return scenario.run({ permissions: publishing, ...options, event, inputs });
}

/** The artifacts of a run that are complete, and not burnt. */
export function artifactsOf(
  of: WorkflowRun,
): readonly { readonly name: string; readonly content: Buffer }[] {
  return of.repository.artifacts.flatMap(({ run, name, content }) =>
    run === of && content !== null ? [{ name, content }] : [],
  );
}

/** Puts other bytes in place of what a run kept, as a fork's own workflow would have uploaded them. */
export function forge(of: WorkflowRun, content: Uint8Array | string): void {
  const artifact = of.repository.artifacts.find(({ run }) => run === of);
  if (artifact === undefined) throw new Error("the run kept no artifact");
  const bytes = typeof content === "string" ? zipped(content) : content;
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  Object.assign(artifact, { content: Buffer.from(bytes), digest });
}

/** An archive with the one file that is expected. */
function zipped(text: string): Uint8Array {
  return zipSync({ "review.json": Buffer.from(text) });
}

/** What is in an archive with that one file. */
export function unzipped(zip: Uint8Array): string {
  return Buffer.from(unzipSync(zip)["review.json"] ?? []).toString("utf8");
}
