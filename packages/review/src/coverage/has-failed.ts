import type { PanelMember } from "../panel.ts";

/** Whether the agent's part is lacking; one with nothing in scope did all there was for it. */
export function hasFailed({ report }: Pick<PanelMember, "report">): boolean {
  return report.status !== "ok" && report.status !== "nothing-in-scope";
}
