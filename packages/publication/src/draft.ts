import type { HiddenPart } from "@swarm-actions/gate";
import type { PublicationPlan } from "./plan.ts";

/** A text before the gate, and what a program of ours will read back from below it. */
export interface DraftText {
  readonly text: string;
  readonly hidden: readonly HiddenPart[];
}

/** A plan whose texts the gate has yet to pass: `outgoingOf` gives them, `withTexts` puts them back. */
export type PublicationDraft = PublicationPlan<DraftText>;
