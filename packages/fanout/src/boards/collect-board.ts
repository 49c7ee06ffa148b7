import { messageOf } from "@swarm-actions/core";
import {
  type Collected,
  type CollectOptions,
  Collector,
  namePrefix,
  parseName,
} from "@swarm-actions/swarm";
import pLimit from "p-limit";
import { isNotFound } from "./board-error.ts";
import { findPlans, noPlan, type SwarmOnBoard } from "./plans.ts";
import { takeUnlisted } from "./take-unlisted.ts";

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
  const names = entries.map(({ name }) => name);
  const listed = new Set(names);
  const pages = names.filter((name) => isPage(name, key, attempt));
  const take = async (name: string): Promise<void> => {
    try {
      collector.add({ name, content: await board.get(name, pageLimit, signal) });
    } catch (cause) {
      signal.throwIfAborted();
      if (isNotFound(cause) && !listed.has(name)) throw cause;
      collector.refuse({ name, why: messageOf(cause) });
    }
  };
  await pLimit(atOnce).map(pages, take);
  const unlisted = await takeUnlisted({ plans, names, key }, take);
  return collector.end([...names, ...unlisted]);
}

/** Names of attempts that are still to come are somebody's mischief. */
function isPage(name: string, key: string, attempt: number): boolean {
  const at = parseName(name, key);
  return at?.kind === "result" && at.attempt <= attempt;
}
