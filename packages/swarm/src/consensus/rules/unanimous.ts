import { countOpinions } from "./count.ts";
import type { CountingRule } from "./rule.ts";

/** Nobody who voted says anything else. */
export const unanimous: CountingRule = {
  counts: "providers",
  score: countOpinions,
  ruling: (label, { scores }, { opinions }) =>
    scores.get(label) === opinions.length ? "met" : "not-met",
  needs: ({ opinions }) => `all ${opinions.length} providers`,
};
