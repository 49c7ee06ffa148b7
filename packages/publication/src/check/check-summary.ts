import { counted } from "@swarm-actions/display";
import { countBySeverity, isDisputed, outcomeSentence } from "@swarm-actions/report";
import { coverageSection } from "../summary/coverage.ts";
import { listItems } from "../summary/list-items.ts";
import type { ReviewView } from "../view.ts";
import { wordsOf } from "../words.ts";

/** What stands on the check's page; the sticky comment has the rest. */
export function checkSummary(view: ReviewView, omittedAnnotations: number): string {
  const { result, silenced } = view;
  const sections = [
    outcomeSentence(result),
    listItems(result.reasons, ({ message }) => `- ${wordsOf(message)}`, 2000, "reason"),
    severityTable(view),
    silenced.length === 0 ? "" : `${counted(silenced.length, "finding")} ignored.`,
    omittedAnnotations === 0
      ? ""
      : `${counted(omittedAnnotations, "finding")} not marked on the lines: there were enough.`,
    coverageSection(result.coverage),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function severityTable({ result }: ReviewView): string {
  const counts = countBySeverity(result.findings.filter((finding) => !isDisputed(finding)));
  if (counts.length === 0) return "";
  const rows = counts.map(({ severity, count }) => `| ${severity} | ${count} |`);
  return ["| Severity | Findings |", "|---|---:|", ...rows].join("\n");
}
