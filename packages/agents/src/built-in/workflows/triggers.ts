import type { Node } from "yaml";
import type { WorkflowDocument } from "./document.ts";
import { entriesOf, entryOf, itemsOf, textOf } from "./nodes.ts";

/** The events that start a workflow, each with the node that names it. Empty for an action. */
export function triggersOf(document: WorkflowDocument): ReadonlyMap<string, Node> {
  // YAML 1.1 reads a bare `on` as true, which older files quote or not.
  const entry = entryOf(document, document.root, "on") ?? entryOf(document, document.root, "true");
  const on = entry?.value ?? null;
  const name = textOf(on);
  if (on !== null && name !== null) return new Map([[name, on]]);
  const listed = itemsOf(document, on).map((item): [string, Node] => [textOf(item) ?? "", item]);
  const mapped = entriesOf(document, on).map((item): [string, Node] => [item.name, item.key]);
  return new Map([...listed, ...mapped]);
}

/** Events that run with the repository's own token and secrets on what an outsider sent. */
const privilegedTriggers: ReadonlySet<string> = new Set([
  "discussion",
  "discussion_comment",
  "issue_comment",
  "issues",
  "pull_request_target",
  "workflow_run",
]);

export function isPrivileged(document: WorkflowDocument): boolean {
  return [...triggersOf(document).keys()].some((trigger) => privilegedTriggers.has(trigger));
}
