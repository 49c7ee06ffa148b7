import { isMap } from "yaml";
import { type Entry, faultAt, type Outline } from "../outline.ts";
import type { Fault } from "../source.ts";
import type { Rule } from "./rule.ts";

/** The workflow allows nothing; each job states what it may do, and why, a line each. */
export const declaredPermissions: Rule = (outline) => {
  if (outline.source.kind === "action") return [];
  return [...topOf(outline), ...outline.jobs.flatMap((job) => jobOf(outline, job))];
};

function topOf(outline: Outline): readonly Fault[] {
  const entry = permissionsIn(outline.entries);
  const empty = isMap(entry?.value) && entry.value.items.length === 0;
  if (empty) return [];
  const message = "write `permissions: {}` for the workflow, and grant per job";
  return [faultAt(outline, entry?.line ?? 1, "permissions", message)];
}

function jobOf(outline: Outline, job: Outline["jobs"][number]): readonly Fault[] {
  const entry = permissionsIn(job.entries);
  if (entry === undefined) {
    return [faultAt(outline, job.line, "permissions", `${job.id} declares no permissions`)];
  }
  if (!isMap(entry.value)) {
    const message = `${job.id} must name each permission: no read-all or write-all`;
    return [faultAt(outline, entry.line, "permissions", message)];
  }
  return outline
    .entriesOf(entry.value)
    .filter(({ line }) => !/\s#\s*\S/.test(outline.lines[line - 1] ?? ""))
    .map(({ name, line }) =>
      faultAt(outline, line, "permissions", `say in a comment behind it why ${name} is needed`),
    );
}

function permissionsIn(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ name }) => name === "permissions");
}
