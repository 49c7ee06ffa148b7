import type { Severity } from "@swarm-actions/review";
import type { Scalar } from "yaml";
import { expressionsIn } from "./expressions.ts";
import { entriesOf, entryOf, filledScalar, valueAt } from "./nodes.ts";
import { parseExpression } from "./parse-expression.ts";
import { type Reference, referencesOf } from "./references.ts";
import type { ReviewedWorkflow } from "./reviewed.ts";
import { type Step, scalarAt } from "./steps.ts";
import { isPrivileged } from "./triggers.ts";
import { isUntrusted } from "./untrusted.ts";

/** What pasting a reference into a script lets happen. */
interface Threat {
  readonly severity: Severity;
  readonly confidence: number;
  readonly who: string;
}

/** Null when nobody but the author of the workflow chooses the text. */
export async function threatOf(
  workflow: ReviewedWorkflow,
  step: Step,
  reference: Reference,
): Promise<Threat | null> {
  if (isUntrusted(reference) || (await isUntrustedVariable(workflow, step, reference))) {
    const privileged = workflow.kind === "action" || isPrivileged(workflow.after);
    const who = "anybody who can open an issue or a pull request chooses its text";
    return { severity: privileged ? "high" : "medium", confidence: 0.95, who };
  }
  return isTextInput(workflow, reference)
    ? { severity: "low", confidence: 0.7, who: "every caller chooses its text" }
    : null;
}

/** `env.NAME` pasted into a script is no better than the value that the variable was given. */
async function isUntrustedVariable(
  { after }: ReviewedWorkflow,
  step: Step,
  { path }: Reference,
): Promise<boolean> {
  if (path[0] !== "env" || path.length !== 2) return false;
  const value = [step.node, step.job, after.root]
    .map((node) => variableOf(entriesOf(after, valueAt(after, node, "env")), path[1] ?? ""))
    .find((found) => found !== null);
  for (const { text } of value === undefined ? [] : expressionsIn(after, value)) {
    if ((await referencesIn(text)).some(isUntrusted)) return true;
  }
  return false;
}

function variableOf(entries: ReturnType<typeof entriesOf>, name: string): Scalar | null {
  return filledScalar(entries.find((entry) => entry.name.toLowerCase() === name)?.value ?? null);
}

/** An action's inputs are text; a reusable workflow's are what they are declared to be. */
function isTextInput({ kind, after }: ReviewedWorkflow, { path }: Reference): boolean {
  if (path[0] !== "inputs") return false;
  if (kind === "action") return true;
  const inputs = valueAt(after, after.root, "on", "workflow_call", "inputs");
  const declared = entriesOf(after, inputs).find((entry) => entry.name.toLowerCase() === path[1]);
  if (declared === undefined || entryOf(after, declared.value, "type") === null) return false;
  return String(scalarAt(after, declared.value, "type")?.value) === "string";
}

/** The references whose text is in an expression's result; none when it does not parse. */
export async function referencesIn(expression: string): Promise<readonly Reference[]> {
  const parsed = await parseExpression(expression);
  return parsed === null ? [] : referencesOf(parsed);
}
