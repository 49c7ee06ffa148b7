export { renderPage } from "./html/render-page.ts";
export { renderPlan, type ShownPlan } from "./markdown/render-plan.ts";
export { renderSummary } from "./markdown/render-summary.ts";
export type { Dashboard } from "./model.ts";
export { renderText } from "./text/render-text.ts";
