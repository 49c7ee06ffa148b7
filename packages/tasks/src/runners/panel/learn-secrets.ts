import type { PanelAgent } from "@swarm-actions/agents";
import type { Redactor } from "@swarm-actions/core";
import type { ReviewTask } from "@swarm-actions/review";

/**
 * Learns what in a change must not leave the process: what the panel's agent `secrets` finds in one task,
 * another agent may repeat in the next, or in another process.
 */
export async function learnSecrets(
  whole: ReviewTask,
  agents: readonly PanelAgent[],
  redactor: Redactor,
  signal: AbortSignal,
): Promise<void> {
  const secrets = agents.find(({ agent }) => agent.name === "secrets")?.agent;
  if (secrets === undefined) return;
  const files = whole.files.filter((file) => secrets.covers(file));
  const { confidential = [] } = await secrets.review({ ...whole, files }, signal);
  for (const value of confidential) redactor.add(value);
}
