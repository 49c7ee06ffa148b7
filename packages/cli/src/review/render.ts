import {
  type ReviewReport,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderSarif,
  renderText,
} from "@swarm-actions/report";

export const formats = ["text", "json", "markdown", "sarif", "html"] as const;
export type Format = (typeof formats)[number];

/** How text may look; the other formats are the same everywhere. */
export interface Look {
  readonly color: boolean;
  readonly width: number;
}

export function render(report: ReviewReport, format: Format, look: Look): string {
  switch (format) {
    case "text":
      return renderText(report, look);
    case "json":
      return renderJson(report);
    case "markdown":
      return renderMarkdown(report);
    case "sarif":
      return renderSarif(report);
    case "html":
      return renderHtml(report);
  }
}
