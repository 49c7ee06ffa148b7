import type { Finding } from "../finding/model.ts";

/** How the panel voted on a finding. Names of agents, each list sorted. */
export interface Votes {
  /** Agents that said it. */
  readonly yes: readonly string[];
  /** Agents in scope that were silent. */
  readonly no: readonly string[];
  /** Agents out of scope, or that failed. */
  readonly missing: readonly string[];
}

/**
 * `agreed`: the rule is met. `lone`: not met, but kept because it is high or critical.
 * `disputed`: not met; shown, but neither posted inline nor counted by a threshold.
 */
export type Standing = "agreed" | "lone" | "disputed";

/** One finding of the panel: the best-worded member speaks for all. */
export interface PanelFinding extends Finding {
  readonly agents: readonly string[];
  readonly votes: Votes;
  readonly standing: Standing;
  /** Everything that was merged into it, the speaker included, in a stable order. */
  readonly members: readonly Finding[];
}
