import { addUp, leads } from "../tally.ts";
import type { CountingRule } from "./rule.ts";

/**
 * Of the `m` labels that anybody ranked on the item, the best of a ranking gets `m − 1` points, the next
 * `m − 2` and so on; those that a ranking leaves out share its remaining points evenly, so that every
 * ranking gives as many points, however long it is. Most points win; level ones do not.
 */
export const borda: CountingRule = {
  counts: "voters",
  score: ({ opinions }) => {
    const last = new Set(opinions.flatMap(({ ranking }) => ranking)).size - 1;
    return addUp(opinions, ({ ranking, weight }, add) => {
      // What each label that is left out gets is taken off all instead: the distances are the same.
      const rest = (last - ranking.length) / 2;
      ranking.forEach((label, place) => {
        add(label, (weight * (last - place - rest)) / Math.max(1, last));
      });
    });
  },
  ruling: (label, tally) => (leads(label, tally) ? "met" : "not-met"),
  needs: () => "more points than any other label",
};
