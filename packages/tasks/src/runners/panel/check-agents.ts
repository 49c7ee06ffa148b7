import type { PanelAgent } from "@swarm-actions/agents";
import { CodedError, messageOf } from "@swarm-actions/core";

const limitMs = 15_000;

/**
 * Asks every agent, and whoever stands in for it, whether it can work now. Those that cannot are left to
 * their tasks, which say so; only when none can is there nothing to begin.
 * @throws CodedError `tasks/no-agent`, `tasks/no-agent-works`
 */
export async function checkAgents(
  agents: readonly PanelAgent[],
  signal: AbortSignal,
): Promise<void> {
  if (agents.length === 0) {
    throw new CodedError("tasks/no-agent", "the panel has no agent", {
      fix: "Switch one on in the settings, or name one that is there.",
      place: "agents",
    });
  }
  const faults = await Promise.all(agents.map((one) => faultOf(one, signal)));
  const works = faults.some((fault) => fault === null);
  if (works || signal.aborted) return;
  const reasons = faults.map((fault, at) => `${agents[at]?.agent.name}: ${messageOf(fault)}`);
  const [first] = faults;
  throw new CodedError("tasks/no-agent-works", `no agent can work: ${reasons.join("; ")}`, {
    fix: first instanceof CodedError ? first.fix : "See why each of them fails.",
    place: "agents",
  });
}

/** Null: it, or whoever stands in for it, can work. */
async function faultOf({ agent, standIn }: PanelAgent, signal: AbortSignal): Promise<unknown> {
  const late = AbortSignal.timeout(limitMs);
  try {
    await Promise.race([agent.check?.(AbortSignal.any([signal, late])), rejectOn(late)]);
    return null;
  } catch (thrown) {
    return standIn === undefined || (await faultOf(standIn, signal)) !== null ? thrown : null;
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const late = new Error(`gave no sign of life within ${limitMs / 1000} s`);
  signal.addEventListener("abort", () => reject(late), { once: true });
  return promise;
}
