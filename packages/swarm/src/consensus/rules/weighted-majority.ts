import { leads } from "../tally.ts";
import { sumWeights } from "./count.ts";
import type { CountingRule } from "./rule.ts";

/** More weight stands behind it than behind any other label: what Dawid-Skene falls back to. */
export const weightedMajority: CountingRule = {
  counts: "voters",
  score: sumWeights,
  ruling: (label, tally) => (leads(label, tally) ? "met" : "not-met"),
  needs: () => "more weight than any other label",
};
