import type { Kit } from "@swarm-actions/action-kit";
import type { SwarmOnBoard } from "@swarm-actions/fanout";

/** The board at which the jobs of this run meet: its artifacts. */
export async function openBoard(kit: Kit, key: string): Promise<SwarmOnBoard> {
  const { createArtifactBoard } = await import("@swarm-actions/fanout");
  const { temporary, runAttempt } = kit.environment;
  return { board: createArtifactBoard({ temporary }), key, attempt: runAttempt };
}
