import { digest, messageOf } from "@swarm-actions/core";
import {
  decodeHistory,
  encodeHistory,
  type History,
  mergeHistories,
  noHistory,
} from "@swarm-actions/swarm";
import type { CacheNames } from "./cache-names.ts";

/** Texts that one run keeps for others. */
export interface TextCache {
  /** The newest whose name begins so; null: there is none. */
  readonly load: (family: string) => Promise<string | null>;
  readonly save: (name: string, text: string) => Promise<void>;
}

/** What earlier runs knew. */
export interface KnownHistory {
  readonly history: History;
  /** What people should know of it, a sentence each. */
  readonly notices: readonly string[];
}

/** What is known of earlier runs. It may be gone or broken, which is told and stops nothing. */
export async function loadHistory(cache: TextCache, names: CacheNames): Promise<KnownHistory> {
  const notices: string[] = [];
  let history = noHistory;
  for (const family of names.families) {
    const text = await cache.load(family).catch((thrown: unknown) => {
      notices.push(`The history could not be read from the cache: ${messageOf(thrown)}`);
      return null;
    });
    if (text === null) continue;
    const read = decodeHistory(text);
    if (read.notice !== null) notices.push(read.notice);
    history = mergeHistories(history, read.history);
  }
  return { history, notices };
}

/** Keeps what is known now. @returns what people should know of it; null: it is kept */
export async function saveHistory(
  cache: TextCache,
  { own }: CacheNames,
  history: History,
): Promise<string | null> {
  try {
    const text = encodeHistory(history);
    // A cache can be written once under its name, and several jobs of a run may have learned something.
    await cache.save(`${own}-${digest(text, 8)}`, text);
    return null;
  } catch (thrown) {
    return `The history could not be kept for later runs: ${messageOf(thrown)}`;
  }
}
