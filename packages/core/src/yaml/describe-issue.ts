import type { z } from "zod";
import { nearest } from "../nearest.ts";
import { type JsonSchema, knownKeysAt } from "./known-keys.ts";

export interface IssueDescription {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fix: string;
  /** Points at the key rather than at its value. */
  readonly atKey: boolean;
}

/** An issue of the schema check in words for people; unknown keys get the nearest known name. */
export function describeIssue(issue: z.core.$ZodIssue, schema: JsonSchema): IssueDescription[] {
  const where = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    const known = knownKeysAt(schema, issue.path);
    return issue.keys.map((key) => describeUnknown(key, issue.path, known));
  }
  if (issue.code === "invalid_key") return [describeKey(issue, where)];
  const message = where === "" ? issue.message : `${where}: ${lowerFirst(issue.message)}`;
  const fix = "Compare with `swarm-actions config schema`.";
  return [{ path: issue.path, message, fix, atKey: false }];
}

/** A key that may be chosen freely, but not in this form. */
function describeKey(issue: z.core.$ZodIssueInvalidKey, where: string): IssueDescription {
  const why = issue.issues.map(({ message }) => lowerFirst(message)).join("; ");
  const fix = "Give it another name.";
  return { path: issue.path, message: `${where}: ${why}`, fix, atKey: true };
}

function describeUnknown(
  key: string,
  path: readonly PropertyKey[],
  known: readonly string[],
): IssueDescription {
  const parent = path.length === 0 ? "" : ` in ${path.map(String).join(".")}`;
  const near = nearest(key, known);
  return {
    path: [...path, key],
    message: `unknown key "${key}"${parent}${near === null ? "" : `; did you mean "${near}"?`}`,
    fix: near === null ? `Known here: ${known.join(", ")}.` : `Write "${near}".`,
    atKey: true,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
