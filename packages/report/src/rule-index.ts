import type { PanelFinding, RuleDoc } from "@swarm-actions/review";

/** Rule documents by id. */
export type RuleIndex = ReadonlyMap<string, RuleDoc>;

export function indexRules(rules: readonly RuleDoc[]): RuleIndex {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** The rule's title where it has a document, else its id. Raw: make it visible before showing it. */
export function titleOf({ rule }: PanelFinding, rules: RuleIndex): string {
  return rules.get(rule)?.title ?? rule;
}
