import { CodedError } from "@swarm-actions/core";
import type { ConsensusRule } from "./consensus-rule.ts";
import { providersFor } from "./rules/byzantine.ts";

/**
 * Refuses to promise what too few cannot hold: where f may lie, 3f + 1 providers have to be asked.
 * @param asked how many providers were
 * @param where what they were asked about, for the message
 * @throws CodedError `consensus/too-few-providers`
 */
export function checkPanelSize(asked: number, rule: ConsensusRule, where: string): void {
  const least = rule.rule === "byzantine" ? providersFor(rule.faulty) : 0;
  if (rule.rule !== "byzantine" || asked >= least) return;
  const there = `${asked} ${asked === 1 ? "provider was" : "providers were"} asked about ${where}`;
  const message = `${there}; that ${rule.faulty} may be wrong takes ${least}`;
  throw new CodedError("consensus/too-few-providers", message, {
    fix: `Ask ${least} providers or more, or let fewer of them be wrong.`,
    place: where,
  });
}
