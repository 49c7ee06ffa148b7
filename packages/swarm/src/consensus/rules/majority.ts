import { type ApplyRule, countYes } from "./apply-rule.ts";

/** More providers say yes than no; a tie is not a majority. */
export const majority: ApplyRule = (votes) => {
  const yes = countYes(votes);
  return yes > votes.length - yes ? "met" : "not-met";
};
