import type { History } from "@swarm-actions/swarm";
import { openActionsCache } from "./actions-cache.ts";
import { cacheNames } from "./cache-names.ts";
import { loadHistory, saveHistory, type TextCache } from "./history-store.ts";
import type { RunFacts } from "./run-facts.ts";

/** What earlier runs knew, and where what this one learned is kept. */
export interface OpenHistory {
  readonly history: History;
  /** Keeps it for later runs; never fails. */
  readonly save: (history: History) => Promise<void>;
}

/** Whose history, and by whom it is read. */
export interface HistoryPlace {
  /** Letters, digits and dashes; those of another key are never seen. */
  readonly key: string;
  readonly run: RunFacts;
  /** Null: not known. */
  readonly defaultBranch: string | null;
  /** What people should know, a sentence each: that what was kept could not be used, and why. */
  readonly onNotice: (text: string) => void;
}

/** Reads what earlier runs knew; never fails. Null: the job is offered no cache. */
export async function openHistory(
  { key, run, defaultBranch, onNotice }: HistoryPlace,
  open: (key: string, workspace: string) => Promise<TextCache | null> = openActionsCache,
): Promise<OpenHistory | null> {
  const cache = await open(key, run.workspace);
  if (cache === null) return null;
  const names = cacheNames(key, run, defaultBranch);
  const { history, notices } = await loadHistory(cache, names);
  for (const notice of notices) onNotice(notice);
  return {
    history,
    save: async (learned) => {
      const notice = await saveHistory(cache, names, learned);
      if (notice !== null) onNotice(notice);
    },
  };
}
