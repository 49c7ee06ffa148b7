import type { Box } from "../opinion.ts";
import type { Tally } from "../tally.ts";

/**
 * `met`: the label is decided. `not-met`: it is not. `short-of-voters`: it is not, and it could
 * not have been, because fewer providers voted than the rule asks for.
 */
export type Ruling = "met" | "not-met" | "short-of-voters";

/** One aggregation rule, on one item. */
export interface CountingRule {
  /** `providers`: their voters share one vote. `voters`: each has a weight of its own. */
  readonly counts: "providers" | "voters";
  /** What stands behind each label. */
  readonly score: (box: Box) => ReadonlyMap<string, number>;
  /** Whether the label may be decided. */
  readonly ruling: (label: string, tally: Tally, box: Box) => Ruling;
  /** In words, what a label would have needed; ends a sentence. */
  readonly needs: (box: Box) => string;
}
