import { type Kit, readDefaultBranch } from "@swarm-actions/action-kit";
import { type History, noHistory } from "@swarm-actions/swarm";
import { openActionsCache } from "./actions-cache.ts";
import { cacheNames } from "./cache-names.ts";
import { loadHistory, saveHistory, type TextCache } from "./history-store.ts";

/** What earlier runs of this swarm knew, and where what this one learned is kept. */
export interface OpenHistory {
  readonly history: History;
  readonly save: (history: History) => Promise<void>;
}

/** A run that may not use the cache, or is offered none, knows nothing and leaves nothing. */
export async function openHistory(
  kit: Kit,
  key: string,
  isWanted: boolean,
  open: (key: string, workspace: string) => Promise<TextCache | null> = openActionsCache,
): Promise<OpenHistory> {
  const cache = isWanted ? await open(key, kit.environment.workspace) : null;
  if (cache === null) {
    if (isWanted) kit.info("There is no cache here: nothing is known of earlier runs.");
    return { history: noHistory, save: async () => {} };
  }
  const names = cacheNames(key, kit.environment, readDefaultBranch(kit.environment));
  const { history, notices } = await loadHistory(cache, names);
  const tell = (text: string): void => kit.annotate({ level: "notice", title: "History", text });
  for (const notice of notices) tell(notice);
  return {
    history,
    save: async (learned) => {
      const notice = await saveHistory(cache, names, learned);
      if (notice !== null) tell(notice);
    },
  };
}
