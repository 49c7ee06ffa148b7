import { compareText } from "@swarm-actions/core";
import type { CarryOver } from "../incremental/carry-over.ts";
import type { ReviewState } from "../incremental/model.ts";
import { digestOfPanel, type ScopeRequest, scopeReview } from "./scope-review.ts";

/** Which hunks of a change an earlier review stands for, and how many or why none. */
export type CarriedHunks = Pick<CarryOver, "hunks" | "incremental">;

/** What `reviewChange` would not ask its panel again, given the same. */
export function carriedHunks(request: ScopeRequest): CarriedHunks {
  return scopeReview(request).carry;
}

/** As if this panel had reviewed these hunks before, and had nothing to say of them. */
export function reviewedBefore(
  hunks: ReadonlySet<string>,
  { settings, panelDigest }: Pick<ScopeRequest, "settings" | "panelDigest">,
): ReviewState {
  const panel = digestOfPanel(panelDigest, settings);
  return { version: 1, panel, hunks: [...hunks].sort(compareText), findings: [] };
}
