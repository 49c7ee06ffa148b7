import { CodedError } from "@swarm-actions/core";

/** How votes become a decision. Whoever counts, counts providers; whoever weighs, weighs voters. */
export type ConsensusRule =
  | { readonly rule: "majority" }
  | { readonly rule: "quorum"; readonly quorum: number }
  | { readonly rule: "unanimous" }
  /** Share of the voting weight, above 0 and at most 1, that must stand behind one label. */
  | { readonly rule: "weighted"; readonly threshold: number }
  | { readonly rule: "borda" }
  | { readonly rule: "approval" }
  | { readonly rule: "dawid-skene" }
  /** 2f+1 matching votes of at least 3f+1 providers, however f of them may lie. */
  | { readonly rule: "byzantine"; readonly faulty: number };

type RuleName = ConsensusRule["rule"];

interface RuleNumber {
  readonly key: string;
  readonly isSound: (value: unknown) => boolean;
  readonly fix: string;
}

const most = 10_000;

/** What each rule needs beside its name. */
const numbers: ReadonlyMap<unknown, RuleNumber | null> = new Map<RuleName, RuleNumber | null>([
  ["majority", null],
  [
    "quorum",
    {
      key: "quorum",
      isSound: isCount,
      fix: "Use a whole number of providers, 1 or more, as in quorum:2.",
    },
  ],
  ["unanimous", null],
  [
    "weighted",
    {
      key: "threshold",
      isSound: isShare,
      fix: "Use a share of the weight above 0 and at most 1, as in weighted:0.6.",
    },
  ],
  ["borda", null],
  ["approval", null],
  ["dawid-skene", null],
  [
    "byzantine",
    {
      key: "faulty",
      isSound: isCount,
      fix: "Use how many providers may lie, 1 or more, as in byzantine:1.",
    },
  ],
]);

/** Whether a value of unknown shape is a rule that can be applied. */
export function isConsensusRule(value: unknown): value is ConsensusRule {
  const { rule, number } = look(value);
  const needed = numbers.get(rule);
  return needed === null || needed?.isSound(number(needed.key)) === true;
}

/**
 * Checks the numbers of a rule.
 * @throws CodedError `consensus/invalid-quorum`, `consensus/invalid-threshold`,
 * `consensus/invalid-faulty`, `consensus/unknown-rule`.
 */
export function checkConsensusRule(rule: ConsensusRule): void {
  if (isConsensusRule(rule)) return;
  const read = look(rule);
  const needed = numbers.get(read.rule) ?? null;
  if (needed === null) throw unknownRule(read.rule);
  const { key, fix } = needed;
  const value = read.number(key);
  const isThere = value !== undefined && !Number.isNaN(value);
  const message = isThere ? `${key} is ${String(value)}` : `${read.rule} needs a number`;
  throw new CodedError(`consensus/invalid-${key}`, message, {
    fix,
    place: `consensus.${key}`,
  });
}

export function unknownRule(name: unknown): CodedError {
  return new CodedError("consensus/unknown-rule", `there is no rule ${String(name)}`, {
    fix: "Use majority, quorum, unanimous, weighted, borda, approval, dawid-skene or byzantine.",
    place: "consensus.rule",
  });
}

/** The caller's type says the rule is fine; that it is not is what may have to be reported. */
function look(value: unknown): { rule: unknown; number: (key: string) => unknown } {
  const fields = new Map<string, unknown>(Object.entries(Object(value)));
  return { rule: fields.get("rule"), number: (key) => fields.get(key) };
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= 1;
}
