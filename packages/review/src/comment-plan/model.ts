import type { PanelFinding } from "../merge/model.ts";

export type Demotion =
  | "line-outside-diff"
  | "whole-file"
  | "whole-change"
  | "over-inline-limit"
  | "disputed"
  /** Carried over from the last review, which posted it. */
  | "carried";

/** Where each finding will be said: on its lines, on its file, or in the summary; never on a nearby line. */
export interface CommentPlan {
  readonly inline: readonly PanelFinding[];
  readonly fileLevel: readonly { readonly finding: PanelFinding; readonly reason: Demotion }[];
  readonly summary: readonly { readonly finding: PanelFinding; readonly reason: Demotion }[];
  readonly dropped: readonly { readonly finding: PanelFinding; readonly reason: string }[];
  readonly counts: {
    readonly posted: number;
    readonly demoted: number;
    readonly dropped: number;
  };
}
