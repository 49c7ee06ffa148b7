import type { Look } from "@swarm-actions/display";
import type { ReviewReport } from "./model.ts";

export const formats = ["text", "json", "markdown", "sarif", "html"] as const;
export type Format = (typeof formats)[number];

/** A review in one of the formats. Each is loaded when it is asked for: most runs need one. */
export async function render(report: ReviewReport, format: Format, look: Look): Promise<string> {
  switch (format) {
    case "text":
      return (await import("./text/render-text.ts")).renderText(report, look);
    case "json":
      return (await import("./json/render-json.ts")).renderJson(report);
    case "markdown":
      return (await import("./markdown/render-markdown.ts")).renderMarkdown(report);
    case "sarif":
      return (await import("./sarif/render-sarif.ts")).renderSarif(report);
    case "html":
      return (await import("./html/render-html.ts")).renderHtml(report);
  }
}
