import { messageOf } from "@swarm-actions/core";
import { groupKey, namePrefix, parseName } from "@swarm-actions/swarm";
import pLimit from "p-limit";
import type { SwarmOnBoard } from "./plans.ts";

/** What became of the names of a swarm. */
export interface CleanedBoard {
  readonly gone: number;
  /** How many names are still there, and why; none, and null, where the board let all be taken down. */
  readonly left: number;
  readonly why: string | null;
}

/** How many are taken down at once. */
const atOnce = 8;

/**
 * Takes down what the swarm and its groups hung up; its results have to be safe elsewhere. Where one name
 * cannot be taken down, no further one is begun with: each may take a client that tries again a minute.
 * @throws CodedError `board/unavailable` when it cannot even be seen what is there
 */
export async function cleanBoard(
  { board, key }: Pick<SwarmOnBoard, "board" | "key">,
  signal: AbortSignal,
): Promise<CleanedBoard> {
  const entries = await board.list(namePrefix(key), signal);
  const own = entries.filter(({ name }) => isOf(name, key));
  let left = 0;
  let why: string | null = null;
  await pLimit(atOnce).map(own, async ({ name }) => {
    if (why !== null) {
      left++;
      return;
    }
    try {
      await board.remove(name, signal);
    } catch (cause) {
      signal.throwIfAborted();
      left++;
      why ??= messageOf(cause);
    }
  });
  return { gone: own.length - left, left, why };
}

/** A swarm whose key only begins as this one's does is somebody else's, and may still be at work. */
function isOf(name: string, key: string): boolean {
  const [, group] = /^g(\d{1,5})-/.exec(name.slice(namePrefix(key).length)) ?? [];
  if (group !== undefined && parseName(name, groupKey(key, Number(group))) !== null) return true;
  return parseName(name, key) !== null;
}
