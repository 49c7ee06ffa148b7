import { createSecretScanner } from "@swarm-actions/agents";
import type { PublishConfig } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import { type GateChange, type Outgoing, passGate } from "@swarm-actions/gate";

/** Texts that may be written, and what the gate had to change in them. */
export interface PassedTexts {
  readonly texts: readonly Outgoing[];
  readonly changes: readonly GateChange[];
}

/**
 * Lets texts through the hard gate, or ends the run: whatever the gate does not pass is not written.
 * @throws CodedError `pr-review/gate-blocked`, `pr-review/gate-unavailable`
 */
export async function passTexts(
  texts: readonly Outgoing[],
  publish: PublishConfig,
  redact: (text: string) => string,
): Promise<PassedTexts> {
  const policy = {
    allowedHosts: publish.allowedHosts,
    maxTexts: { comment: 2, "review-body": 1, "inline-comment": publish.maxComments },
  };
  const verdict = await passGate(texts, { policy, scanner: createSecretScanner(), redact });
  if (verdict.status === "passed") return verdict;
  const why = verdict.reasons.slice(0, 10).join("; ");
  throw new CodedError(`pr-review/gate-${verdict.status}`, `nothing was written: ${why}`, {
    fix:
      verdict.status === "blocked"
        ? "Look at what the agents say here with `swarm-actions review`; switch off the one that says it."
        : "Run the job again; if it happens again, report it.",
  });
}
