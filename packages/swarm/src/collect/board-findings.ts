import type { SwarmPlan } from "../plan/plan.ts";

/** A plan as it hung on the board, checked, and the digest that pages name it by. */
export interface PublishedPlan {
  /** Of which attempt of the workflow. */
  readonly attempt: number;
  readonly digest: string;
  readonly plan: SwarmPlan;
}

/** A page as it hung on the board: unchecked. */
export interface PublishedPage {
  readonly name: string;
  readonly content: string;
}
