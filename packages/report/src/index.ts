export { type JsonReport, jsonReportSchema } from "./json/schema.ts";
export type { Look } from "./look.ts";
export type { ReviewReport } from "./model.ts";
export { type Format, formats, render } from "./render.ts";
export { visible } from "./visible.ts";
