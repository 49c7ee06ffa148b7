import { type Kit, readDefaultBranch } from "@swarm-actions/action-kit";
import { type OpenHistory, openHistory as openCached } from "@swarm-actions/history-cache";
import { noHistory } from "@swarm-actions/swarm";

/** A run that may not use the cache, or is offered none, knows nothing and leaves nothing. */
export async function openHistory(kit: Kit, key: string, isWanted: boolean): Promise<OpenHistory> {
  const nothing: OpenHistory = { history: noHistory, save: async () => {} };
  if (!isWanted) return nothing;
  const opened = await openCached({
    key,
    run: kit.environment,
    defaultBranch: readDefaultBranch(kit.environment),
    onNotice: (text) => kit.annotate({ level: "notice", title: "History", text }),
  });
  if (opened === null) kit.info("There is no cache here: nothing is known of earlier runs.");
  return opened ?? nothing;
}
