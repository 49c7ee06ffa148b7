import { type Kit, readDefaultBranch } from "@swarm-actions/action-kit";
import type { OpenHistory } from "@swarm-actions/history-cache";
import type { ReviewInputs } from "../inputs.ts";

/** What earlier reviews with this key learned, in the cache of GitHub Actions; null: there is no cache. */
export async function openHistory(
  kit: Kit,
  { key }: Pick<ReviewInputs, "key">,
): Promise<OpenHistory | null> {
  // Loaded once something is asked of it: the first request waits for nothing.
  const cache = await import("@swarm-actions/history-cache");
  const { environment } = kit;
  return cache.openHistory({
    key,
    run: environment,
    defaultBranch: readDefaultBranch(environment),
    onNotice: (text) => kit.info(text),
  });
}
