import type { RuleDoc } from "@swarm-actions/review";
import { visit } from "yaml";
import type { WorkflowDocument } from "../document.ts";
import { workflowWith } from "../examples.ts";
import { lineOf, textOf } from "../nodes.ts";
import { onAddedLine, workflowRule } from "../reviewed.ts";

const doc: RuleDoc = {
  id: "workflows/unsecure-commands",
  title: "Workflow commands that anybody's output can give are switched on",
  severity: "high",
  category: "security",
  why: "With `ACTIONS_ALLOW_UNSECURE_COMMANDS` any text a step prints can set variables and the search path of later steps; GitHub switched that off for this reason.",
  fix: "Remove the variable, and write to `$GITHUB_ENV` and `$GITHUB_PATH` instead.",
  flagged: [
    {
      title: "switched on for a step",
      after: workflowWith("- env:\n    ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n  run: make"),
    },
  ],
  clean: [
    {
      title: "switched off",
      after: workflowWith("- env:\n    ACTIONS_ALLOW_UNSECURE_COMMANDS: false\n  run: make"),
    },
  ],
};

export const unsecureCommands = workflowRule(doc, (workflow) =>
  switchedOn(workflow.after).flatMap((line) =>
    onAddedLine(workflow, line, {
      message:
        "This lets any printed text set variables and the search path of later steps. Remove it, and write to `$GITHUB_ENV` or `$GITHUB_PATH` instead.",
    }),
  ),
);

function switchedOn(document: WorkflowDocument): readonly number[] {
  const lines: number[] = [];
  visit(document.yaml, {
    Pair: (_, { key, value }) => {
      const name = document.resolve(key);
      if (textOf(name)?.toUpperCase() !== "ACTIONS_ALLOW_UNSECURE_COMMANDS") return;
      const on = /^(true|1)$/i.test(textOf(document.resolve(value)) ?? "");
      if (name !== null && on) lines.push(lineOf(document, name));
    },
  });
  return lines;
}
