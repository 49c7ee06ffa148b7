import type { Node, Scalar } from "yaml";
import type { WorkflowDocument } from "./document.ts";
import { type Entry, entriesOf, entryOf, filledScalar, itemsOf, valueAt } from "./nodes.ts";

/** A job of a workflow. */
export interface Job {
  readonly id: string;
  readonly key: Scalar;
  readonly node: Node;
  readonly steps: readonly Step[];
}

/** A step of a job, or of a composite action (then `job` is null). */
export interface Step {
  readonly node: Node;
  readonly job: Node | null;
  readonly uses: Scalar | null;
  readonly run: Scalar | null;
  readonly inputs: readonly Entry[];
}

export function jobsOf(document: WorkflowDocument): readonly Job[] {
  return entriesOf(document, valueAt(document, document.root, "jobs")).flatMap((entry) => {
    if (entry.value === null) return [];
    const steps = stepsOf(document, entry.value, valueAt(document, entry.value, "steps"));
    return [{ id: entry.name, key: entry.key, node: entry.value, steps }];
  });
}

/** The steps of all jobs, or of a composite action; a step reused by an alias comes once. */
export function allSteps(document: WorkflowDocument): readonly Step[] {
  const composite = stepsOf(document, null, valueAt(document, document.root, "runs", "steps"));
  const steps = [...jobsOf(document).flatMap((job) => job.steps), ...composite];
  return [...new Map(steps.map((step) => [step.node, step])).values()];
}

/** What a `uses:` names, with the comment behind it. */
export interface UsedAction {
  readonly scalar: Scalar;
  readonly text: string;
  /** A reusable workflow, called by a job; otherwise an action, used by a step. */
  readonly reusable: boolean;
}

export function usedActions(document: WorkflowDocument): readonly UsedAction[] {
  const called = jobsOf(document).map((job) => ({
    scalar: scalarAt(document, job.node, "uses"),
    reusable: true,
  }));
  const used = allSteps(document).map((step) => ({ scalar: step.uses, reusable: false }));
  return [...called, ...used].flatMap(({ scalar, reusable }) =>
    scalar === null ? [] : [{ scalar, text: String(scalar.value), reusable }],
  );
}

/** The scalar under a key, null when there is none or it is something else. */
export function scalarAt(
  document: WorkflowDocument,
  node: Node | null,
  name: string,
): Scalar | null {
  return filledScalar(entryOf(document, node, name)?.value ?? null);
}

function stepsOf(document: WorkflowDocument, job: Node | null, list: Node | null): readonly Step[] {
  return itemsOf(document, list).map((node) => ({
    node,
    job,
    uses: scalarAt(document, node, "uses"),
    run: scalarAt(document, node, "run"),
    inputs: entriesOf(document, valueAt(document, node, "with")),
  }));
}
