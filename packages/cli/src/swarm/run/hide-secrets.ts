import type { Redactor } from "@swarm-actions/core";

const secretName = /token|key|secret|pass|auth|credential|cookie/i;

/** Shorter values, and those that are paths, are words of the output rather than secrets. */
const shortest = 8;

/** Lets nothing through that stands in a variable which by its name holds a secret. */
export function hideSecrets(
  variables: Readonly<Record<string, string | undefined>>,
  redactor: Redactor,
): void {
  for (const [name, value = ""] of Object.entries(variables)) {
    if (secretName.test(name) && value.length >= shortest && !value.startsWith("/")) {
      redactor.add(value);
    }
  }
}
