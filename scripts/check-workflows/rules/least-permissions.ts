import { type Access, knownActions, type Permissions } from "../known-actions.ts";
import {
  type Entry,
  faultAt,
  type Job,
  type Outline,
  type Step,
  textOf,
  valueAt,
} from "../outline.ts";
import { ownAction } from "../own-actions.ts";
import type { Fault } from "../source.ts";
import type { Rule } from "./rule.ts";

const order: readonly Access[] = ["none", "read", "write"];

/** A job may do what its steps need: nothing is missing, and nothing is granted beyond it. */
export const leastPermissions: Rule = (outline, top) =>
  outline.jobs.flatMap((job) => [
    ...unknownModes(outline, job, top),
    ...compare(outline, job, neededBy(job, top)),
  ]);

function unknownModes(outline: Outline, job: Job, top: string): readonly Fault[] {
  return job.steps
    .filter((step) => needsOf(step, top) === null)
    .map(({ line, inputs }) =>
      faultAt(outline, line, "least-permissions", `there is no mode "${inputs.get("mode")}"`),
    );
}

function compare(outline: Outline, job: Job, needed: Permissions): readonly Fault[] {
  const granted = outline.entriesOf(valueAt(job.entries, "permissions"));
  const at = job.entries.find(({ name }) => name === "permissions")?.line ?? job.line;
  // What a script does with the token is in no table; the comment behind the line has to say.
  const scripted = job.steps.some((step) => scriptHasToken(outline, step));
  return [
    ...missing(granted, needed).map((scope) =>
      faultAt(outline, at, "least-permissions", `${job.id} needs ${scope}: ${needed[scope]}`),
    ),
    ...(scripted ? [] : excess(granted, needed)).map(({ name, line }) =>
      faultAt(outline, line, "least-permissions", `no step of ${job.id} needs this of ${name}`),
    ),
  ];
}

function neededBy(job: Job, top: string): Permissions {
  const needed = new Map<string, Access>();
  for (const step of job.steps) {
    for (const [scope, access = "none"] of Object.entries(needsOf(step, top) ?? {})) {
      if (rank(access) > rank(needed.get(scope))) needed.set(scope, access);
    }
  }
  return Object.fromEntries(needed);
}

/** Null when one of our own is asked for a mode that it does not have. */
function needsOf({ uses, inputs }: Step, top: string): Permissions | null {
  if (uses === null) return {};
  const own = ownAction(uses, top);
  if (own !== null) return own.needs(inputs);
  return knownActions.get(uses.split("@")[0] ?? "")?.needs ?? {};
}

function missing(granted: readonly Entry[], needed: Permissions): readonly string[] {
  return Object.keys(needed).filter(
    (scope) => rank(accessIn(granted, scope)) < rank(needed[scope]),
  );
}

function excess(granted: readonly Entry[], needed: Permissions): readonly Entry[] {
  return granted.filter(({ name }) => rank(accessIn(granted, name)) > rank(needed[name]));
}

function accessIn(granted: readonly Entry[], scope: string): string | undefined {
  return textOf(valueAt(granted, scope)) ?? undefined;
}

function rank(access: string | undefined): number {
  return Math.max(0, order.indexOf((access ?? "none") as Access));
}

function scriptHasToken(outline: Outline, { uses, entries }: Step): boolean {
  if (uses !== null) return false;
  return outline
    .entriesOf(valueAt(entries, "env"))
    .some(({ value }) => /github\.token|secrets\.GITHUB_TOKEN/.test(textOf(value) ?? ""));
}
