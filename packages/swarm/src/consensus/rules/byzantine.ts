import { isLevel } from "../tally.ts";
import { countOpinions } from "./count.ts";
import type { CountingRule } from "./rule.ts";

/**
 * `2f + 1` matching votes of at least `3f + 1` providers that were asked. Then at least `f + 1` of those
 * that say it do not lie. Who is silent is one of those that cannot be counted on, and was asked. Where
 * two labels have `2f + 1` votes each, more than `f` are at odds with the rest, and neither is decided.
 */
export function byzantineOf(faulty: number): CountingRule {
  const matching = 2 * faulty + 1;
  return {
    counts: "providers",
    score: countOpinions,
    ruling: (label, { scores, first, second }, { asked }) => {
      if (asked < providersFor(faulty)) return "short-of-voters";
      const own = scores.get(label) ?? 0;
      return own >= matching && isLevel(own, first) && second < matching ? "met" : "not-met";
    },
    needs: () => `${matching} matching votes, and no other label as many`,
  };
}

/** How many providers have to be asked where so many may lie. */
export function providersFor(faulty: number): number {
  return 3 * faulty + 1;
}
