import type { Kit } from "@swarm-actions/action-kit";
import { secretValues } from "@swarm-actions/core";

/** Inputs say by themselves which of them are secret. */
const isInput = (name: string): boolean => /^INPUT_/i.test(name);

/**
 * Keeps what stands in variables of secrets out of everything that leaves this job. The runner hides it in
 * the log alone: what a program gives as its result ends in an artifact.
 */
export function hideSecrets({ environment, hide }: Pick<Kit, "environment" | "hide">): void {
  const all = Object.entries(environment.variables).filter(([name]) => !isInput(name));
  for (const value of new Set(secretValues(Object.fromEntries(all)))) hide(value);
}
