export { renderPlan, type ShownPlan } from "./markdown/render-plan.ts";
export { renderSummary } from "./markdown/render-summary.ts";
export { renderText } from "./text/render-text.ts";
