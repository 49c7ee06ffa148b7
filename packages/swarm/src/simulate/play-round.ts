import { createRandom } from "./random.ts";
import type { Round, RoundResult } from "./round.ts";
import { SimulatedBoard } from "./simulated-board.ts";
import { Timeline } from "./timeline.ts";
import type { SimulatedWorker } from "./world.ts";

/** Where workers meet. */
export interface Stage {
  readonly timeline: Timeline;
  readonly board: SimulatedBoard;
}

/** What a worker has to tell when all is over. */
interface Lived {
  readonly endedAt: number;
  readonly leftAt: number;
  readonly claims: number;
  readonly conflicts: number;
  readonly steals: number;
}

/** Lets workers live through a round on one board, and counts what they did. */
export function playRound(
  { world, seed, workers }: Pick<Round, "world" | "seed" | "workers">,
  begin: (facts: SimulatedWorker, worker: number, stage: Stage) => Lived,
): RoundResult {
  const timeline = new Timeline();
  const { claimSeconds, faults } = world;
  const random = createRandom(seed + 1);
  const board = new SimulatedBoard({ timeline, claimSeconds, faults, random });
  const lived = workers.map((facts, worker) => begin(facts, worker, { timeline, board }));
  timeline.run();
  const sum = (pick: (worker: Lived) => number): number =>
    lived.reduce((total, worker) => total + pick(worker), 0);
  return {
    pages: board.pages,
    ends: lived.map(({ endedAt }) => endedAt),
    left: lived.map(({ leftAt }) => leftAt),
    claims: sum(({ claims }) => claims),
    conflicts: sum(({ conflicts }) => conflicts),
    steals: sum(({ steals }) => steals),
  };
}
