import type { Opinion } from "./opinion.ts";
import type { CastVote } from "./poll.ts";

/**
 * One opinion a provider, in the order of the votes: the label that most of its voters on this item say,
 * with the highest weight among those. Where its voters are divided evenly it has none: the provider was
 * asked, and does not know.
 */
export function collapseProviders(cast: readonly CastVote[]): readonly Opinion[] {
  const byProvider = Map.groupBy(cast, ({ provider }) => provider);
  return [...byProvider].sort(([a], [b]) => a - b).flatMap(([, votes]) => collapseVotes(votes));
}

function collapseVotes(votes: readonly CastVote[]): readonly Opinion[] {
  const byLabel = [...Map.groupBy(votes, ({ label }) => label).values()];
  const most = Math.max(...byLabel.map((said) => said.length));
  const [said, rival] = byLabel.filter(({ length }) => length === most);
  const label = said?.[0]?.vote.label;
  if (said === undefined || rival !== undefined || label === null || label === undefined) return [];
  return [{ label, ranking: [label], weight: Math.max(...said.map(({ weight }) => weight)) }];
}
