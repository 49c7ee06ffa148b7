export { renderHtml } from "./html/render-html.ts";
export { renderJson } from "./json/render-json.ts";
export { type JsonReport, jsonReportSchema } from "./json/schema.ts";
export { renderMarkdown } from "./markdown/render-markdown.ts";
export type { ReviewReport } from "./model.ts";
export { renderSarif } from "./sarif/render-sarif.ts";
export { renderText, type TextOptions } from "./text/render-text.ts";
export { visible } from "./visible.ts";
