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

/**
 * Reads what `writeConsensusRule` writes.
 * @throws CodedError `consensus/…`: no such rule, or its number is missing, too much or not sound.
 */
export function readConsensusRule(text: string): ConsensusRule {
  const [name = "", written, ...rest] = text.trim().split(":");
  const rule = ruleOf(name, written);
  if (rest.length > 0 || (written !== undefined && !hasNumber(rule))) throw tooMuch(text, name);
  checkConsensusRule(rule);
  return rule;
}

function ruleOf(name: string, written: string | undefined): ConsensusRule {
  const number =
    written === undefined || !/^[0-9.]{1,20}$/.test(written) ? Number.NaN : Number(written);
  switch (name) {
    case "majority":
    case "unanimous":
    case "borda":
    case "approval":
    case "dawid-skene":
      return { rule: name };
    case "quorum":
      return { rule: name, quorum: number };
    case "weighted":
      return { rule: name, threshold: number };
    case "byzantine":
      return { rule: name, faulty: number };
    default:
      throw unknownRule(JSON.stringify(name.slice(0, 100)));
  }
}

function hasNumber({ rule }: ConsensusRule): boolean {
  return rule === "quorum" || rule === "weighted" || rule === "byzantine";
}

function tooMuch(text: string, name: string): CodedError {
  const shown = JSON.stringify(text.slice(0, 100));
  return new CodedError("consensus/malformed-rule", `${shown} says more than ${name} needs`, {
    fix: "Write majority, quorum:2, unanimous, weighted:0.6, borda, approval, dawid-skene or byzantine:1.",
    place: "consensus.rule",
  });
}
