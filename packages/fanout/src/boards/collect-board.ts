import { messageOf } from "@swarm-actions/core";
import {
  type BoardEntry,
  type Collected,
  type CollectOptions,
  Collector,
  namePrefix,
  parseName,
} from "@swarm-actions/swarm";
import { findPlans, noPlan, type SwarmOnBoard } from "./plans.ts";

/** Bytes that a page may have. */
const pageLimit = 64 * 1024 * 1024;
/** How many pages are fetched at once. */
const atOnce = 8;

/**
 * Reads all that a swarm left on its board. Pages that cannot be had, or that are wrong, are told and do
 * no harm to the others.
 * @throws CodedError `board/unavailable`, `plan/invalid`, `board/no-plan`
 */
export async function collectBoard(
  swarm: SwarmOnBoard,
  { minCoverage }: Pick<CollectOptions, "minCoverage">,
  signal: AbortSignal,
): Promise<Collected> {
  const { board, key, attempt } = swarm;
  const plans = await findPlans(swarm, signal);
  if (plans.length === 0) throw noPlan(key);
  const entries = await board.list(namePrefix(key), signal);
  const collector = new Collector(plans, { key, minCoverage });
  const pages = entries.filter(({ name }) => isPage(name, key, attempt));
  await inParallel(pages, async ({ name }) => {
    try {
      collector.add({ name, content: await board.get(name, pageLimit, signal) });
    } catch (cause) {
      signal.throwIfAborted();
      collector.refuse({ name, why: messageOf(cause) });
    }
  });
  return collector.end(entries.map(({ name }) => name));
}

/** Names of attempts that are still to come are somebody's mischief. */
function isPage(name: string, key: string, attempt: number): boolean {
  const at = parseName(name, key);
  return at?.kind === "result" && at.attempt <= attempt;
}

async function inParallel(
  entries: readonly BoardEntry[],
  take: (entry: BoardEntry) => Promise<void>,
): Promise<void> {
  const waiting = [...entries];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await take(next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/**
 * Takes down what the swarm hung up; its results have to be safe elsewhere.
 * @returns how many names are gone
 */
export async function cleanBoard(
  { board, key }: Pick<SwarmOnBoard, "board" | "key">,
  signal: AbortSignal,
): Promise<number> {
  const entries = await board.list(namePrefix(key), signal);
  let gone = 0;
  await inParallel(entries, async ({ name }) => {
    if (await board.remove(name, signal)) gone++;
  });
  return gone;
}
