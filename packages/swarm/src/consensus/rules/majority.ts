import { leads } from "../tally.ts";
import { countOpinions } from "./count.ts";
import type { CountingRule } from "./rule.ts";

/** More providers say it than any other label; a tie is not a majority. */
export const majority: CountingRule = {
  counts: "providers",
  score: countOpinions,
  ruling: (label, tally) => (leads(label, tally) ? "met" : "not-met"),
  needs: () => "more providers than any other label",
};
