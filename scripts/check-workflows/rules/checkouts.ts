import { faultAt } from "../outline.ts";
import type { Rule } from "./rule.ts";

/** A checkout leaves no token behind, and a privileged run takes no stranger's code. */
export const checkouts: Rule = (outline) => {
  const privileged = outline.triggers.some(({ name }) => name === "workflow_run");
  return outline.steps
    .filter(({ uses }) => uses?.startsWith("actions/checkout@") === true)
    .flatMap(({ line, inputs }) => {
      const fault = (message: string) => faultAt(outline, line, "checkouts", message);
      const kept = inputs.get("persist-credentials") !== "false";
      const foreign = privileged && /head|workflow_run/.test(inputs.get("ref") ?? "");
      return [
        ...(kept ? [fault("write persist-credentials: false")] : []),
        ...(foreign ? [fault("a workflow_run must not check out what started it")] : []),
      ];
    });
};
