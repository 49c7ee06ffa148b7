import { parse } from "yaml";

export type Permissions = Readonly<Record<string, "read" | "write">>;

/** What a workflow's jobs may do, all taken together: under act they share one token. */
export function permissionsOf(workflow: string): Permissions {
  const { permissions = {}, jobs = {} }: Workflow = parse(workflow);
  const granted = new Map<string, "read" | "write">();
  for (const job of Object.values(jobs))
    for (const [name, access] of Object.entries(job.permissions ?? permissions))
      if (access !== "none" && granted.get(name) !== "write") granted.set(name, access);
  return Object.fromEntries(granted);
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, "none" | "read" | "write">>;
  readonly jobs?: Readonly<Record<string, Pick<Workflow, "permissions">>>;
}
