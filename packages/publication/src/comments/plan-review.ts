import { digest } from "@swarm-actions/core";
import { counted } from "@swarm-actions/display";
import type { PanelFinding } from "@swarm-actions/review";
import type { DraftText } from "../draft.ts";
import { fingerprintsOf } from "../markers/finding-marker.ts";
import { writeHiddenLine } from "../markers/hidden-line.ts";
import type { FileComment, LineComment, ReviewPlan } from "../plan.ts";
import type { ReviewView } from "../view.ts";
import type { ChosenComments } from "./choose-comments.ts";
import { findingBody, offeredSuggestion } from "./finding-body.ts";

/** One review with everything new; null when there is nothing new. It comments and never approves. */
export function planReview(
  { lines, files }: ChosenComments,
  view: ReviewView,
): ReviewPlan<DraftText> | null {
  if (lines.length + files.length === 0) return null;
  const all = [...lines, ...files].map(({ finding }) => finding);
  return {
    commitSha: view.headSha,
    body: reviewBody(all, view),
    lines: lines.flatMap(({ finding, scope }) => lineComment(finding, scope, view)),
    files: files.flatMap(({ finding, scope }) => fileComment(finding, scope, view)),
  };
}

/** Its marker is the same whenever the same is said of the same commit, so that it is found again. */
function reviewBody(findings: readonly PanelFinding[], view: ReviewView): DraftText {
  const prints = digest(findings.flatMap(fingerprintsOf).join(" "), 32);
  const line = writeHiddenLine("review", [view.settings.key, view.headSha, prints]);
  return {
    text: `${counted(findings.length, "new finding")}. The summary tells the rest.`,
    hidden: [{ text: line, packed: "", required: true }],
  };
}

/** GitHub puts a suggestion in place of the lines that its comment stands on. */
function lineComment(
  finding: PanelFinding,
  scope: string,
  view: ReviewView,
): LineComment<DraftText>[] {
  const { place } = finding;
  if (place.kind !== "lines") return [];
  const suggestion = offeredSuggestion(finding, view);
  const { startLine, endLine } = suggestion ?? place;
  return [
    {
      path: place.path,
      side: place.side === "new" ? "RIGHT" : "LEFT",
      line: endLine,
      startLine: startLine === endLine ? null : startLine,
      body: findingBody(finding, scope, suggestion, view),
    },
  ];
}

function fileComment(
  finding: PanelFinding,
  scope: string,
  view: ReviewView,
): FileComment<DraftText>[] {
  const { place } = finding;
  if (place.kind === "change") return [];
  return [{ path: place.path, body: findingBody(finding, scope, null, view) }];
}
