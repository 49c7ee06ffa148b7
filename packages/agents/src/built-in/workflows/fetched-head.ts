import type { Scalar } from "yaml";
import type { WorkflowDocument } from "./document.ts";
import { entryOf, filledScalar, textOf } from "./nodes.ts";
import { type Job, type Step, scalarAt } from "./steps.ts";

const headPattern =
  /github\.head_ref|pull_request\.(head\.(sha|ref|repo)|merge_commit_sha)|workflow_run\.head_(sha|branch|repository)|refs\/pull\//i;
const fetchPattern =
  /\bgh pr checkout\b|\bgit (fetch|checkout|pull|switch)\b[^\n]{0,200}?(\bpull\/|github\.head_ref|pull_request\.head\.)/;

/** The scalar by which a step fetches a pull request's code, null when it does not. */
export function fetchedHead(step: Step): Scalar | null {
  if (step.run !== null && fetchPattern.test(String(step.run.value))) return step.run;
  if (!/^actions\/checkout@/i.test(String(step.uses?.value ?? ""))) return null;
  const found = step.inputs
    .filter(({ name }) => name === "ref" || name === "repository")
    .find(({ value }) => headPattern.test(textOf(value) ?? ""));
  return filledScalar(found?.value ?? null);
}

/** `own-branches`: forks are kept out. `some`: a person, a label or a role stands before it. */
export type Guard = "own-branches" | "some" | "none";

/** What stands between an outsider's pull request and the step. */
export function guardOf(document: WorkflowDocument, job: Job, step: Step): Guard {
  const conditions = [job.node, step.node]
    .map((node) => String(scalarAt(document, node, "if")?.value ?? ""))
    .join("\n");
  if (
    /head\.repo\.(full_name|fork|owner|id)|head_repository|workflow_run\.event/.test(conditions)
  ) {
    return "own-branches";
  }
  const approved = entryOf(document, job.node, "environment") !== null;
  const checked = /author_association|labels|\.label\.|\.login|github\.actor/.test(conditions);
  return approved || checked ? "some" : "none";
}
