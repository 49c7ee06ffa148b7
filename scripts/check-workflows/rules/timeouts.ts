import { faultAt, textOf, valueAt } from "../outline.ts";
import type { Rule } from "./rule.ts";

/** GitHub lets a job hang for six hours, at the owner's cost; a called workflow has its own limits. */
export const timeouts: Rule = (outline) =>
  outline.jobs
    .filter(({ entries }) => valueAt(entries, "uses") === null)
    .filter(({ entries }) => !isMinutes(textOf(valueAt(entries, "timeout-minutes"))))
    .map(({ id, line }) =>
      faultAt(outline, line, "timeouts", `give ${id} timeout-minutes, from 1 to 120`),
    );

function isMinutes(text: string | null): boolean {
  const minutes = Number(text ?? Number.NaN);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 120;
}
