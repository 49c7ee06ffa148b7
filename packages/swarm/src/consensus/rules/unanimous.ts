import { type ApplyRule, countYes } from "./apply-rule.ts";

/** Nobody who voted says no. */
export const unanimous: ApplyRule = (votes) =>
  countYes(votes) === votes.length ? "met" : "not-met";
