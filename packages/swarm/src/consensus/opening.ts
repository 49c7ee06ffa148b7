import type { Choice } from "./choose.ts";
import type { Posterior } from "./posterior.ts";

/** What a rule made of one item. */
export interface Opening {
  readonly choice: Choice;
  readonly posterior: Posterior;
}
