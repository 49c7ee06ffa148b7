import { join } from "node:path";
import { type ActionRun, runAction, type TriggerEvent } from "@swarm-actions/sandbox";
import { top } from "../top.ts";
import type { Stage } from "./stage.ts";

/** What the starter workflow grants, with the right to resolve threads. */
const permissions = { contents: "write", "pull-requests": "write", checks: "write" } as const;

/** A run of the built action, and how long it took. */
export interface TimedRun extends ActionRun {
  readonly seconds: number;
}

/**
 * Runs the built pr-review in a process of its own on the last event of a name, as its workflow would.
 * @throws Error with its log, when it ends otherwise than it says
 */
export async function runPrReview(stage: Stage, event: string): Promise<TimedRun> {
  const workspace = event === "pull_request" ? { workspace: await stage.checkOut() } : {};
  const began = performance.now();
  const run = await runAction({
    sandbox: stage.sandbox,
    repository: stage.repository,
    actionDirectory: join(top, "actions/pr-review"),
    inputs: { "fail-on": "high" },
    event: lastEvent(stage, event),
    permissions,
    signal: stage.signal,
    ...workspace,
  });
  stage.signal.throwIfAborted();
  const outcome = run.outputs.get("outcome");
  if (outcome !== "findings" && outcome !== "answered") throw new Error(`It failed:\n${run.log}`);
  return { ...run, seconds: (performance.now() - began) / 1000 };
}

/** A text that a run left behind, by the name of the output that says where. */
export function readLeft(run: ActionRun, output: string): string {
  return run.readFile(run.outputs.get(output) ?? "").toString();
}

function lastEvent({ sandbox }: Stage, name: string): TriggerEvent {
  const event = sandbox.events.findLast((one) => one.name === name);
  if (event === undefined) throw new Error(`nothing was told of a ${name}`);
  return event;
}
