import type { Block } from "../plan/plan.ts";
import { createBlockTable } from "../queue/block-table.ts";
import { playRound } from "./play-round.ts";
import { createRandom } from "./random.ts";
import type { Round, RoundResult } from "./round.ts";
import { DrivenWorker } from "./simulated-mind.ts";

/**
 * Workers with the mind of real ones, on lists that are cut already.
 * @param seconds what each task is predicted to last
 */
export function playLists(
  lists: readonly (readonly Block[])[],
  seconds: readonly number[],
  round: Pick<Round, "actual" | "workers" | "world" | "seed">,
): RoundResult {
  const { world, actual, seed } = round;
  const table = createBlockTable(lists, seconds);
  return playRound(round, (facts, worker, stage) => {
    const random = createRandom(seed + worker * 7919);
    const mind = { worker, table, claimSeconds: world.claimSeconds, random };
    return new DrivenWorker({ ...stage, facts, mind, actual });
  });
}
