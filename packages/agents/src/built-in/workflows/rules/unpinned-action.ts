import type { RuleDoc, Severity } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import type { WorkflowDocument } from "../document.ts";
import { exampleSha, workflowWith } from "../examples.ts";
import { lineOf } from "../nodes.ts";
import { onAddedLine, type ReviewedWorkflow, workflowRule } from "../reviewed.ts";
import { usedActions } from "../steps.ts";
import { isBranch, isCommitId, isGitHubs, parseUses, type UsesTarget } from "../uses.ts";

const doc: RuleDoc = {
  id: "workflows/unpinned-action",
  title: "An action named by a tag or branch that its owner can move",
  severity: "medium",
  category: "security",
  why: "A tag can be moved to other code at any time; whoever takes over the action's repository then runs code in yours, with its token and secrets.",
  fix: "Name the full commit id, with the version as a comment: `uses: owner/action@<40 digits> # v1.2.3`.",
  flagged: [
    {
      title: "somebody else's action by tag",
      after: workflowWith("- uses: example/setup-tool@v2"),
    },
    {
      title: "somebody else's action by branch",
      after: workflowWith("- uses: example/setup-tool@main"),
    },
    {
      title: "GitHub's own action by branch",
      after: workflowWith("- uses: actions/checkout@main"),
    },
    {
      title: "a reusable workflow by tag",
      after: {
        ".github/workflows/ci.yml":
          "on: push\npermissions: {}\njobs:\n  build:\n    uses: example/shared/.github/workflows/build.yml@v1\n",
      },
    },
  ],
  clean: [
    {
      title: "pinned to a commit",
      after: workflowWith(`- uses: example/setup-tool@${exampleSha} # v2.1.0`),
    },
    {
      title: "an action of the same repository",
      after: workflowWith("- uses: ./tools/setup\n- uses: $/tools/setup"),
    },
    { title: "GitHub's own action by version", after: workflowWith("- uses: actions/checkout@v6") },
    {
      title: "a new version of an action that was named by tag before",
      before: workflowWith("- uses: example/setup-tool@v2"),
      after: workflowWith("- uses: example/setup-tool@v3"),
    },
  ],
};

type RepositoryTarget = Extract<UsesTarget, { kind: "repository" }>;

export const unpinnedAction = workflowRule(doc, (workflow, all) => {
  const before = all.flatMap((one) => (one.before === null ? [] : unpinnedIn(one.before)));
  const known = new Set(before.map(({ target }) => target.name.toLowerCase()));
  const habit = before.some(({ target }) => !isGitHubs(target.owner));
  return unpinnedIn(workflow.after)
    .filter(({ target }) => isBranch(target.ref) || !known.has(target.name.toLowerCase()))
    .flatMap(({ line, target }) => judge(workflow, line, target, habit));
});

interface Unpinned {
  readonly line: number;
  readonly target: RepositoryTarget;
}

function unpinnedIn(document: WorkflowDocument): readonly Unpinned[] {
  return usedActions(document).flatMap(({ scalar, text }) => {
    const target = parseUses(text);
    if (target?.kind !== "repository" || isCommitId(target.ref)) return [];
    return [{ line: lineOf(document, scalar), target }];
  });
}

function judge(
  workflow: ReviewedWorkflow,
  line: number,
  target: RepositoryTarget,
  habit: boolean,
): readonly Observation[] {
  const severity = severityOf(target, habit);
  if (severity === null) return [];
  const what = isBranch(target.ref)
    ? "a branch, which moves with every push"
    : "a tag, which can be moved";
  return onAddedLine(workflow, line, {
    severity,
    confidence: 0.8,
    message: `\`${target.name}\` is named by \`${target.ref}\`, ${what}. Name the full commit id instead and keep the version in a comment.`,
  });
}

/** Where the files already name others' actions by tag, one more is not what the review is about. */
function severityOf({ owner, ref }: RepositoryTarget, habit: boolean): Severity | null {
  if (isGitHubs(owner)) return isBranch(ref) ? "low" : null;
  if (isBranch(ref)) return habit ? "medium" : "high";
  return habit ? "low" : "medium";
}
