import { CodedError } from "@swarm-actions/core";

/** How votes become a decision. A quorum counts providers. */
export type ConsensusRule =
  | { readonly rule: "majority" }
  | { readonly rule: "quorum"; readonly quorum: number }
  | { readonly rule: "unanimous" }
  /** Share of the voting weight, above 0 and at most 1, that must say yes. */
  | { readonly rule: "weighted"; readonly threshold: number };

/** Whether a value of unknown shape is a rule that can be applied. */
export function isConsensusRule(value: unknown): value is ConsensusRule {
  if (typeof value !== "object" || value === null || !("rule" in value)) return false;
  switch (value.rule) {
    case "majority":
    case "unanimous":
      return true;
    case "quorum":
      return "quorum" in value && isQuorum(value.quorum);
    case "weighted":
      return "threshold" in value && isThreshold(value.threshold);
    default:
      return false;
  }
}

/**
 * Checks the numbers of a rule.
 * @throws CodedError `consensus/invalid-quorum`, `consensus/invalid-threshold`,
 * `consensus/unknown-rule`.
 */
export function checkConsensusRule(rule: ConsensusRule): void {
  if (isConsensusRule(rule)) return;
  throw invalid(rule);
}

function isQuorum(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}

function isThreshold(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= 1;
}

/** The caller's type says the rule is fine; that it is not is what is reported here. */
function invalid(rule: unknown): CodedError {
  const { rule: name, quorum, threshold } = Object(rule) as Record<string, unknown>;
  if (name === "quorum") {
    return new CodedError("consensus/invalid-quorum", `the quorum is ${String(quorum)}`, {
      fix: "Use a whole number of providers, 1 or more.",
      place: "consensus.quorum",
    });
  }
  if (name === "weighted") {
    return new CodedError("consensus/invalid-threshold", `the threshold is ${String(threshold)}`, {
      fix: "Use a share of the weight above 0 and at most 1.",
      place: "consensus.threshold",
    });
  }
  return new CodedError("consensus/unknown-rule", `there is no rule ${String(name)}`, {
    fix: "Use majority, quorum, unanimous or weighted.",
    place: "consensus.rule",
  });
}
