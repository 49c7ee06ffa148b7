import type { Redactor } from "@swarm-actions/core";
import type { AgentSetup } from "../setup.ts";

/** What programs need to run at all; none of them holds a secret. */
const ordinary = [
  "PATH",
  "HOME",
  "LANG",
  "LC_ALL",
  "TMPDIR",
  "TEMP",
  "TMP",
  "SystemRoot",
  "PATHEXT",
] as const;

const secretName = /token|key|secret|pass|auth|credential|cookie/i;

/** The child's whole environment: ordinary variables and those that are named, nothing else. */
export function scrubbedEnvironment(
  setup: AgentSetup,
  names: readonly string[],
): Record<string, string> {
  const passed: Record<string, string> = Object.create(null);
  for (const name of [...ordinary, ...names]) {
    const value = setup.environment[name];
    if (value !== undefined) passed[name] = value;
  }
  for (const name of names) hide(name, setup.environment[name], setup.redactor);
  return passed;
}

/** Short values of harmless names are words such as `production`, which would garble the report. */
function hide(name: string, value: string | undefined, redactor: Redactor): void {
  if (secretName.test(name) || (value?.length ?? 0) >= 16) redactor.add(value);
}
