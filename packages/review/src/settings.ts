import type { ConsensusRule } from "@swarm-actions/swarm";
import type { Severity } from "./finding/model.ts";

/** Switches a rule off, changes its severity, or narrows it by path. */
export interface RuleSetting {
  readonly severity?: Severity | "off" | undefined;
  /** Globs; the rule speaks only on matching paths. Remarks on the whole change have no path and stay. */
  readonly paths?: readonly string[] | undefined;
  /** Globs; the rule is silent on matching paths. */
  readonly ignore?: readonly string[] | undefined;
}

export interface ReviewSettings {
  /** Globs of paths that are not reviewed at all; they count as excluded. */
  readonly ignore: readonly string[];
  readonly consensus: ConsensusRule;
  /** How many comments may stand on lines, and as many again on files; the rest goes to the summary. */
  readonly maxInlineComments: number;
  /**
   * By rule id, or `agent/*` for all rules of an agent. Where both name the same key, the rule's own
   * setting wins; keys it leaves out are the agent's.
   */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What is in force without any configuration. */
export const defaultReviewSettings: ReviewSettings = {
  ignore: [],
  consensus: { rule: "majority" },
  maxInlineComments: 30,
  rules: {},
};
