import { faultAt, type Outline, valueAt } from "../outline.ts";
import type { Fault } from "../source.ts";
import type { Rule } from "./rule.ts";

/** What must not start a workflow, and what one that many people start must not do without. */
export const triggers: Rule = (outline) => [...forbidden(outline), ...unlimited(outline)];

function forbidden(outline: Outline): readonly Fault[] {
  return outline.triggers
    .filter(({ name }) => name === "pull_request_target")
    .map(({ line }) =>
      faultAt(
        outline,
        line,
        "triggers",
        "pull_request_target runs with write access beside a stranger's code; hand the result of a pull_request run to a workflow_run instead",
      ),
    );
}

/** One run a pull request, branch or release at a time; a called workflow leaves it to its caller. */
function unlimited(outline: Outline): readonly Fault[] {
  const [first] = outline.triggers;
  if (first === undefined || outline.triggers.every(({ name }) => name === "workflow_call")) {
    return [];
  }
  const holders = [outline.entries, ...outline.jobs.map(({ entries }) => entries)];
  const groups = holders.map((entries) => valueAt(entries, "concurrency"));
  const [everywhere, ...jobs] = groups;
  if (everywhere !== null || jobs.every((group) => group !== null)) return [];
  return [faultAt(outline, first.line, "triggers", "put the runs into a concurrency group")];
}
