import type { ConsensusRule } from "@swarm-actions/swarm";
import type { Severity } from "./finding/model.ts";

/** Switches a rule off, changes its severity, or narrows it by path. */
export interface RuleSetting {
  readonly severity?: Severity | "off";
  /** Globs; the rule speaks only on matching paths. */
  readonly paths?: readonly string[];
  /** Globs; the rule is silent on matching paths. */
  readonly ignore?: readonly string[];
}

export interface ReviewSettings {
  /** Globs of paths that are not reviewed at all; they count as excluded. */
  readonly ignore: readonly string[];
  readonly consensus: ConsensusRule;
  readonly maxInlineComments: number;
  /** By rule id, or `agent/*` for all rules of an agent. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What is in force without any configuration. */
export const defaultReviewSettings: ReviewSettings = {
  ignore: [],
  consensus: { rule: "majority" },
  maxInlineComments: 30,
  rules: {},
};
