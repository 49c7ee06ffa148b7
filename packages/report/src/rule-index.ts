import type { RuleDoc } from "@swarm-actions/review";

/** Rule documents by id. */
export type RuleIndex = ReadonlyMap<string, RuleDoc>;

export function indexRules(rules: readonly RuleDoc[]): RuleIndex {
  return new Map(rules.map((rule) => [rule.id, rule]));
}
