import type { Kit } from "@swarm-actions/action-kit";
import { messageOf } from "@swarm-actions/core";
import type { SwarmOnBoard } from "@swarm-actions/fanout";

/**
 * Takes down what the swarm hung up. Its names are gone after a day by themselves: that some stay so long
 * is no fault, but is told, in the log with the reason.
 * @returns what the summary says about names that stay; null: none does
 */
export async function cleanUp(kit: Kit, swarm: SwarmOnBoard): Promise<string | null> {
  const { cleanBoard } = await import("@swarm-actions/fanout");
  try {
    const { gone, left, why } = await cleanBoard(swarm, kit.signal);
    kit.info(`${gone} claims, pages and plans were taken down.`);
    return why === null ? null : tell(kit, `${left} claims, pages and plans`, why);
  } catch (thrown) {
    kit.signal.throwIfAborted();
    return tell(kit, "Claims, pages and plans", messageOf(thrown));
  }
}

function tell(kit: Kit, what: string, why: string): string {
  kit.info(`${what} could not be taken down: ${why}`);
  return `${what} of this swarm could not be taken down. They are gone from the run after a day; the log says why.`;
}
