import { basename } from "node:path";
import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import { hideSecrets } from "./shared/hide-secrets.ts";

type Part = (kit: Kit) => Promise<Conclusion>;

/** Each part is loaded by itself: a worker that finds nothing to do must not wait for a dashboard. */
const parts = {
  plan: async () => (await import("./plan/run.ts")).plan,
  work: async () => (await import("./work/run.ts")).work,
  collect: async () => (await import("./collect/run.ts")).collect,
  whole: async () => (await import("./whole/run.ts")).whole,
} as const satisfies Record<string, () => Promise<Part>>;

/** One build, four actions: what it does is the name that it was started by. */
export async function run(kit: Kit): Promise<Conclusion> {
  hideSecrets(kit);
  const part = await parts[partOf(process.argv[1] ?? "")]();
  return part(kit);
}

/** @param program such as `…/dist/plan.js`; any other name does all of it */
export function partOf(program: string): keyof typeof parts {
  const name = basename(program, ".js");
  return name === "plan" || name === "work" || name === "collect" ? name : "whole";
}
