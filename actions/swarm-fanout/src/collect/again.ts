import type { Kit } from "@swarm-actions/action-kit";
import type { SwarmOnBoard } from "@swarm-actions/fanout";
import { matrixOf, type NextRound } from "@swarm-actions/swarm";
import type { BoardContent } from "./read-board.ts";

/** Puts the plan of a further round on the board, and asks for its workers. */
export async function again(
  kit: Kit,
  swarm: SwarmOnBoard,
  { collected: { coverage } }: BoardContent,
  { plan, why }: Extract<NextRound, { do: "again" }>,
): Promise<void> {
  const { publishPlan } = await import("@swarm-actions/fanout");
  const { renderPlan } = await import("@swarm-actions/dashboard");
  await publishPlan(swarm, plan, kit.signal);
  kit.output("outcome", "again");
  kit.output("epoch", plan.epoch);
  kit.output("matrix", JSON.stringify(matrixOf(plan)));
  kit.info(`a further round: ${why}`);
  for (const { key, why: reason } of coverage.missing.slice(0, 20)) {
    kit.info(`missing ${key}: ${reason}`);
  }
  kit.summary.add(renderPlan(plan));
}
