import { addUp, leads } from "../tally.ts";
import type { CountingRule } from "./rule.ts";

/** Everybody approves all labels of a ranking alike, or the one label of a vote; most approvals win. */
export const approval: CountingRule = {
  counts: "voters",
  score: ({ opinions }) =>
    addUp(opinions, ({ ranking, weight }, add) => {
      for (const label of ranking) add(label, weight);
    }),
  ruling: (label, tally) => (leads(label, tally) ? "met" : "not-met"),
  needs: () => "more approvals than any other label",
};
