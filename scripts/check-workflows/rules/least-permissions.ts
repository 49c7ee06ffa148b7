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
import { ownWorkflow } from "../own-workflows.ts";
import type { Fault } from "../source.ts";
import type { Rule } from "./rule.ts";

const order: readonly Access[] = ["none", "read", "write"];

/** A job may do what its steps need: nothing is missing, and nothing is granted beyond it. */
export const leastPermissions: Rule = (outline, top) =>
  outline.jobs.flatMap((job) => [
    ...unknownModes(outline, job, top),
    ...compare(outline, job, { needed: neededBy(job, top), used: usedBy(job, top) }),
  ]);

interface Use {
  readonly needed: Permissions;
  /** With what is only made use of where it is granted. */
  readonly used: Permissions;
}

function unknownModes(outline: Outline, job: Job, top: string): readonly Fault[] {
  return job.steps
    .filter((step) => needsOf(step, top) === null)
    .map(({ line, inputs }) =>
      faultAt(outline, line, "least-permissions", `there is no mode "${inputs.get("mode")}"`),
    );
}

function compare(outline: Outline, job: Job, { needed, used }: Use): readonly Fault[] {
  const granted = outline.entriesOf(valueAt(job.entries, "permissions"));
  const at = job.entries.find(({ name }) => name === "permissions")?.line ?? job.line;
  // What a script does with the token is in no table; the comment behind the line has to say.
  const scripted = job.steps.some((step) => scriptHasToken(outline, step));
  return [
    ...missing(granted, needed).map((scope) =>
      faultAt(outline, at, "least-permissions", `${job.id} needs ${scope}: ${needed[scope]}`),
    ),
    ...(scripted ? [] : excess(granted, used)).map(({ name, line }) =>
      faultAt(outline, line, "least-permissions", `no step of ${job.id} needs this of ${name}`),
    ),
  ];
}

function neededBy(job: Job, top: string): Permissions {
  return together([calledNeeds(job, top), ...job.steps.map((step) => needsOf(step, top) ?? {})]);
}

function usedBy(job: Job, top: string): Permissions {
  const optional = job.steps.map(({ uses }) => ownAction(uses ?? "", top)?.uses ?? {});
  return together([neededBy(job, top), ...optional]);
}

/** A called workflow gets no more than its caller has, and does not start with less than its jobs ask. */
function calledNeeds({ entries }: Job, top: string): Permissions {
  const workflow = ownWorkflow(textOf(valueAt(entries, "uses")) ?? "", top);
  if (workflow === null) return {};
  return together(
    workflow.jobs.map((job) => {
      const granted = workflow.entriesOf(valueAt(job.entries, "permissions"));
      return Object.fromEntries(
        granted.map(({ name, value }) => [name, (textOf(value) ?? "none") as Access]),
      );
    }),
  );
}

function together(all: readonly Permissions[]): Permissions {
  const most = new Map<string, Access>();
  for (const one of all) {
    for (const [scope, access = "none"] of Object.entries(one)) {
      if (rank(access) > rank(most.get(scope))) most.set(scope, access);
    }
  }
  return Object.fromEntries(most);
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
