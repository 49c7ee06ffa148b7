import { isFixturePath, isVendoredPath } from "../path-kinds.ts";

/** A workflow, or the metadata of an action. */
export type WorkflowKind = "workflow" | "action";

const workflowPath = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const actionPath = /(^|\/)action\.ya?ml$/;

/** What GitHub would take the file for; null for any other file, and for test data and copies. */
export function workflowKind(path: string): WorkflowKind | null {
  if (workflowPath.test(path)) return "workflow";
  if (!actionPath.test(path) || isFixturePath(path) || isVendoredPath(path)) return null;
  return "action";
}
