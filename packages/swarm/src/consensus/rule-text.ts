import { CodedError } from "@swarm-actions/core";
import { type ConsensusRule, checkConsensusRule, unknownRule } from "./consensus-rule.ts";

/** A rule as people write it: `majority`, `quorum:2`, `weighted:0.6`, `byzantine:1` … */
export function writeConsensusRule(rule: ConsensusRule): string {
  switch (rule.rule) {
    case "quorum":
      return `quorum:${rule.quorum}`;
    case "weighted":
      return `weighted:${rule.threshold}`;
    case "byzantine":
      return `byzantine:${rule.faulty}`;
    default:
      return rule.rule;
  }
}

const shape = /^([a-z-]{1,20})(?::([0-9.]{1,20})|\(([0-9.]{1,20})\))?$/;

/**
 * Reads what `writeConsensusRule` writes, `quorum(2)` as well; `weighted` alone asks for half of the weight.
 * @throws CodedError `consensus/…`: no such rule, or its number is missing, too much or not sound.
 */
export function readConsensusRule(text: string): ConsensusRule {
  const [, name, colon, brackets] = shape.exec(text.trim()) ?? [];
  if (name === undefined) throw unknownRule(JSON.stringify(text.slice(0, 100)));
  const written = colon ?? brackets;
  const rule = ruleOf(name, written === undefined ? null : Number(written));
  checkConsensusRule(rule);
  return rule;
}

function ruleOf(name: string, number: number | null): ConsensusRule {
  switch (name) {
    case "majority":
    case "unanimous":
    case "borda":
    case "approval":
    case "dawid-skene":
      if (number !== null) throw tooMuch(name, number);
      return { rule: name };
    case "quorum":
      return { rule: name, quorum: number ?? Number.NaN };
    case "weighted":
      return { rule: name, threshold: number ?? 0.5 };
    case "byzantine":
      return { rule: name, faulty: number ?? Number.NaN };
    default:
      throw unknownRule(JSON.stringify(name));
  }
}

function tooMuch(name: string, number: number): CodedError {
  return new CodedError("consensus/malformed-rule", `${name} takes no number, not ${number}`, {
    fix: "Write majority, quorum:2, unanimous, weighted:0.6, borda, approval, dawid-skene or byzantine:1.",
    place: "consensus.rule",
  });
}
