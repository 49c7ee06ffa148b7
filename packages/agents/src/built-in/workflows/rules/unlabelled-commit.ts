import type { RuleDoc } from "@swarm-actions/review";
import { exampleSha, workflowWith } from "../examples.ts";
import { lineOf } from "../nodes.ts";
import { onAddedLine, type ReviewedWorkflow, workflowRule } from "../reviewed.ts";
import { usedActions } from "../steps.ts";
import { isCommitId, parseUses } from "../uses.ts";

const doc: RuleDoc = {
  id: "workflows/unlabelled-commit",
  title: "An action pinned to a commit without saying which version that is",
  severity: "info",
  category: "maintainability",
  why: "Nobody can tell from forty digits which version runs, and update tools cannot propose the next one.",
  fix: "Add the version as a comment behind the commit id: `# v1.2.3`.",
  flagged: [
    {
      title: "no comment",
      after: workflowWith(`- uses: example/setup-tool@${exampleSha}`),
    },
  ],
  clean: [
    {
      title: "the version behind the commit id",
      after: workflowWith(`- uses: example/setup-tool@${exampleSha} # v2.1.0`),
    },
    {
      title: "the version on the line above",
      after: workflowWith(`# v2.1.0\n- uses: example/setup-tool@${exampleSha}`),
    },
  ],
};

export const unlabelledCommit = workflowRule(doc, (workflow) =>
  usedActions(workflow.after).flatMap(({ scalar, text }) => {
    const target = parseUses(text);
    if (target?.kind !== "repository" || !isCommitId(target.ref)) return [];
    const line = lineOf(workflow.after, scalar);
    if (hasComment(workflow, line)) return [];
    return onAddedLine(workflow, line, {
      message: `Which version of \`${target.name}\` is this commit? Say so in a comment behind it, for example \`# v1.2.3\`.`,
    });
  }),
);

function hasComment({ added }: ReviewedWorkflow, line: number): boolean {
  const above = added.get(line - 1)?.text.trim() ?? "";
  return above.startsWith("#") || /\s#/.test(added.get(line)?.text ?? "");
}
