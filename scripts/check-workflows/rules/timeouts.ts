import { faultAt, type Outline, textOf, valueAt } from "../outline.ts";
import type { Rule } from "./rule.ts";

/** GitHub lets a job hang for six hours, at the owner's cost; a called workflow has its own limits. */
export const timeouts: Rule = (outline) =>
  outline.jobs
    .filter(({ entries }) => valueAt(entries, "uses") === null)
    .filter(({ entries }) => {
      const limit = textOf(valueAt(entries, "timeout-minutes"));
      return !isMinutes(limit) && !isMinutes(defaultOf(outline, limit));
    })
    .map(({ id, line }) =>
      faultAt(outline, line, "timeouts", `give ${id} timeout-minutes, from 1 to 120`),
    );

/** Who calls a workflow may choose its limit, where it has one in any case. */
function defaultOf({ triggers, entriesOf }: Outline, limit: string | null): string | null {
  const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(limit ?? "")?.[1];
  const call = triggers.find(({ name }) => name === "workflow_call");
  if (input === undefined || call === undefined) return null;
  const inputs = entriesOf(valueAt(entriesOf(call.value), "inputs"));
  return textOf(valueAt(entriesOf(valueAt(inputs, input)), "default"));
}

function isMinutes(text: string | null): boolean {
  const minutes = Number(text ?? Number.NaN);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 120;
}
