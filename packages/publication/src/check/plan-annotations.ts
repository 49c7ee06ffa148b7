import { visible, visibleLine } from "@swarm-actions/display";
import { headlineOf, isDisputed, voteSentence } from "@swarm-actions/report";
import type { PanelFinding, Severity } from "@swarm-actions/review";
import type { DraftText } from "../draft.ts";
import type { CheckAnnotation } from "../plan.ts";
import type { ReviewView } from "../view.ts";

export interface PlannedAnnotations {
  readonly annotations: readonly CheckAnnotation<DraftText>[];
  readonly omitted: number;
}

const levels: Readonly<Record<Severity, CheckAnnotation["level"]>> = {
  critical: "failure",
  high: "failure",
  medium: "warning",
  low: "notice",
  info: "notice",
};

/** Marks every finding on lines of the new side, worst first; a disputed one is a notice. */
export function planAnnotations(view: ReviewView): PlannedAnnotations {
  const { annotate, maxAnnotations } = view.settings;
  if (!annotate) return { annotations: [], omitted: 0 };
  const all = view.result.findings.flatMap((finding) => annotationOf(finding, view));
  const annotations = all.slice(0, maxAnnotations);
  return { annotations, omitted: all.length - annotations.length };
}

function annotationOf(finding: PanelFinding, view: ReviewView): CheckAnnotation<DraftText>[] {
  const { place, severity, message, rule } = finding;
  if (place.kind !== "lines" || place.side !== "new") return [];
  const disputed = isDisputed(finding);
  const { title } = headlineOf(finding, view.rules);
  const signature = `${rule}, ${voteSentence(finding)}${disputed ? ", disputed" : ""}, id ${view.ids(finding)}`;
  return [
    {
      path: place.path,
      startLine: place.startLine,
      endLine: place.endLine,
      level: disputed ? "notice" : levels[severity],
      title: { text: `${severity}: ${visibleLine(title)}`, hidden: [] },
      message: { text: `${visible(message)}\n\n${visibleLine(signature)}`, hidden: [] },
    },
  ];
}
