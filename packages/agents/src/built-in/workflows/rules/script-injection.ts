import type { RuleDoc } from "@swarm-actions/review";
import type { Scalar } from "yaml";
import type { Observation } from "../../define.ts";
import { compositeWith, workflowWith } from "../examples.ts";
import { type EmbeddedExpression, expressionsIn } from "../expressions.ts";
import { filledScalar } from "../nodes.ts";
import { onAddedLine, type ReviewedWorkflow, workflowRule } from "../reviewed.ts";
import { allSteps, type Step } from "../steps.ts";
import { referencesIn, threatOf } from "../threat.ts";

const doc: RuleDoc = {
  id: "workflows/script-injection",
  title: "Text that an outsider chooses is pasted into a script",
  severity: "high",
  category: "security",
  why: "`${{ }}` is replaced before the shell sees the script, so a pull request titled `\"; curl … | sh #` runs as code, with the job's token and secrets.",
  fix: 'Pass the value through `env:` and use it as a quoted shell variable (`"$TITLE"`), or as `process.env.TITLE` in actions/github-script.',
  flagged: [
    {
      title: "the title of an issue in a shell script",
      after: workflowWith("- run: echo '${{ github.event.issue.title }}'", "issues"),
    },
    {
      title: "a branch name in a longer script, through format()",
      after: workflowWith(
        "- run: |\n    set -e\n    git log ${{ format('origin/{0}', github.head_ref) }}",
        "pull_request",
      ),
    },
    {
      title: "the whole event in actions/github-script",
      after: workflowWith(
        "- uses: actions/github-script@v8\n  with:\n    script: |\n      console.log(${{ toJSON(github.event.comment) }})",
        "issue_comment",
      ),
    },
    {
      title: "an environment variable that is pasted instead of being read by the shell",
      after: workflowWith(
        "- env:\n    TITLE: ${{ github.event.pull_request.title }}\n  run: echo ${{ env.TITLE }}",
        "pull_request",
      ),
    },
    {
      title: "an input of a composite action",
      after: compositeWith("- shell: bash\n  run: echo hello ${{ inputs.who }}"),
    },
  ],
  clean: [
    {
      title: "the title travels through the environment",
      after: workflowWith(
        '- env:\n    TITLE: ${{ github.event.issue.title }}\n  run: echo "$TITLE"',
        "issues",
      ),
    },
    {
      title: "only the outcome of a comparison reaches the script",
      after: workflowWith(
        "- run: echo ${{ contains(github.event.issue.title, 'x') && 'yes' || 'no' }}",
        "issues",
      ),
    },
    {
      title: "numbers and ids cannot carry a command",
      after: workflowWith(
        "- run: echo ${{ github.event.pull_request.number }} ${{ github.sha }}",
        "pull_request",
      ),
    },
  ],
};

/** Inputs of widely used actions that are run as a script. */
const scriptInputs: ReadonlyMap<string, string> = new Map([
  ["actions/github-script", "script"],
  ["appleboy/ssh-action", "script"],
  ["azure/cli", "inlineScript"],
  ["azure/powershell", "inlineScript"],
  ["nick-fields/retry", "command"],
]);

export const scriptInjection = workflowRule(doc, async (workflow) => {
  const seen: Observation[] = [];
  for (const step of allSteps(workflow.after)) {
    for (const script of scriptsOf(step)) {
      for (const expression of expressionsIn(workflow.after, script)) {
        if (!workflow.added.has(expression.line)) continue;
        seen.push(...(await judge(workflow, step, expression)));
      }
    }
  }
  return seen;
});

function scriptsOf(step: Step): readonly Scalar[] {
  const action =
    String(step.uses?.value ?? "")
      .split("@")[0]
      ?.toLowerCase() ?? "";
  const name = scriptInputs.get(action);
  const input = name === undefined ? null : scalarIn(step, name);
  return [step.run, input].flatMap((scalar) => scalar ?? []);
}

function scalarIn(step: Step, name: string): Scalar | null {
  return filledScalar(step.inputs.find((entry) => entry.name === name)?.value ?? null);
}

async function judge(
  workflow: ReviewedWorkflow,
  step: Step,
  expression: EmbeddedExpression,
): Promise<readonly Observation[]> {
  for (const reference of await referencesIn(expression.text)) {
    const threat = await threatOf(workflow, step, reference);
    if (threat === null) continue;
    const name = reference.path.join(".");
    return onAddedLine(workflow, expression.line, {
      severity: threat.severity,
      confidence: threat.confidence,
      message: `\`${name}\` is pasted into this script before it runs, and ${threat.who}. Set it as a variable under \`env:\` and let the script read that variable, quoted, instead.`,
    });
  }
  return [];
}
