import { type Finding, type Severity, severities } from "../finding/model.ts";
import type { Voter } from "./voter.ts";

/**
 * The weighted median of what the providers on the yes side say, so that one alarmist cannot raise
 * a finding that several take calmly, nor one calm voice hide it. A provider counts once, with its worst
 * severity and its highest weight; on a tie the worse one wins.
 */
export function mergedSeverity(
  members: readonly Finding[],
  voters: readonly Pick<Voter, "name" | "weight">[],
): Severity {
  const weights = new Map(voters.map(({ name, weight }) => [name, weight]));
  const byProvider = new Map<string, { rank: number; weight: number }>();
  for (const { provider, agent, severity } of members) {
    const rank = severities.indexOf(severity);
    const weight = weights.get(agent) ?? 1;
    const own = byProvider.get(provider) ?? { rank, weight };
    const worst = { rank: Math.min(own.rank, rank), weight: Math.max(own.weight, weight) };
    byProvider.set(provider, worst);
  }
  return severityAtHalf([...byProvider.values()]);
}

function severityAtHalf(votes: readonly { rank: number; weight: number }[]): Severity {
  const sorted = [...votes].sort((a, b) => a.rank - b.rank || a.weight - b.weight);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let reached = 0;
  for (const { rank, weight } of sorted) {
    reached += weight;
    if (reached >= half) return severities[rank] ?? "info";
  }
  return "info";
}
