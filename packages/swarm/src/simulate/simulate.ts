import { lowerBound } from "../plan/lower-bound.ts";
import { policies } from "./policies.ts";
import type { Round, RoundResult } from "./round.ts";
import type { SimulatedPage, SimulationOptions, SimulationRun } from "./simulation.ts";
import { drawWorkers } from "./world.ts";

/**
 * Plays one run. What workers that died took along is done again in further rounds, on new workers.
 * `makespan` is the time until the last worker has ended, without what every policy needs alike: the
 * plan before, the last upload and the collection after.
 */
export function simulate(options: SimulationOptions): SimulationRun {
  const rounds: RoundResult[] = [];
  const pages: SimulatedPage[] = [];
  const given = new Map<number, number>();
  let missing = options.tasks.map((_, task) => task);
  for (let round = 0; round <= options.rounds && missing.length > 0; round++) {
    const played = playOneRound(options, missing, round);
    for (const { worker, tasks: places } of played.pages) {
      const tasks = places.map((at) => missing[at] ?? -1);
      pages.push({ round, worker, tasks });
      for (const task of tasks) given.set(task, (given.get(task) ?? 0) + 1);
    }
    missing = missing.filter((task) => !given.has(task));
    rounds.push(played);
  }
  return { ...conclude(options, rounds, given), lost: missing.length, pages };
}

function playOneRound(
  options: SimulationOptions,
  part: readonly number[],
  round: number,
): RoundResult {
  const { tasks, predictions, actual, world } = options;
  const pick = <T>(values: readonly T[]): T[] =>
    part.flatMap((task) => (values[task] === undefined ? [] : [values[task]]));
  const seconds = pick(actual);
  const work = seconds.reduce((sum, each) => sum + each, 0);
  const workers = drawWorkers(world, round, work);
  const seed = world.seed * 524_287 + round;
  const played: Round = {
    tasks: pick(tasks),
    predictions: pick(predictions),
    actual: seconds,
    workers,
    world,
    seed,
  };
  return policies[options.policy](played);
}

function conclude(
  { actual, world }: SimulationOptions,
  rounds: readonly RoundResult[],
  given: ReadonlyMap<number, number>,
): Omit<SimulationRun, "lost" | "pages"> {
  const sum = (pick: (round: RoundResult) => number): number =>
    rounds.reduce((total, round) => total + pick(round), 0);
  const work = actual.reduce((total, each) => total + each, 0);
  const makespan = sum(({ ends }) => Math.max(...ends));
  const bound = lowerBound(actual, drawWorkers(world, 0, work));
  const results = [...given.values()].reduce((total, times) => total + times, 0);
  return {
    makespan,
    lowerBound: bound,
    // What takes no time cannot be done in less.
    rho: bound > 0 ? makespan / bound : 1,
    claims: sum(({ claims }) => claims),
    conflicts: sum(({ conflicts }) => conflicts),
    steals: sum(({ steals }) => steals),
    billedMinutes: sum(({ left }) => left.reduce((total, end) => total + Math.ceil(end / 60), 0)),
    duplicates: results - given.size,
  };
}
