import type { RuleDoc, Severity } from "@swarm-actions/review";
import type { Scalar } from "yaml";
import type { Observation } from "../../define.ts";
import { compositeWith, workflowWith } from "../examples.ts";
import { type EmbeddedExpression, expressionsIn } from "../expressions.ts";
import { entriesOf, entryOf, textOf, valueAt } from "../nodes.ts";
import { parseExpression } from "../parse-expression.ts";
import { type Reference, referencesOf } from "../references.ts";
import { onAddedLine, type ReviewedWorkflow, workflowRule } from "../reviewed.ts";
import { allSteps, type Step, scalarAt } from "../steps.ts";
import { isPrivileged } from "../triggers.ts";
import { isUntrusted } from "../untrusted.ts";

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
  const value = step.inputs.find((entry) => entry.name === name)?.value ?? null;
  return textOf(value) === null ? null : (value as Scalar);
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

interface Threat {
  readonly severity: Severity;
  readonly confidence: number;
  readonly who: string;
}

async function threatOf(
  workflow: ReviewedWorkflow,
  step: Step,
  reference: Reference,
): Promise<Threat | null> {
  if (isUntrusted(reference) || (await isUntrustedVariable(workflow, step, reference))) {
    const privileged = workflow.kind === "action" || isPrivileged(workflow.after);
    const who = "anybody who can open an issue or a pull request chooses its text";
    return { severity: privileged ? "high" : "medium", confidence: 0.95, who };
  }
  return isTextInput(workflow, reference)
    ? { severity: "low", confidence: 0.7, who: "every caller chooses its text" }
    : null;
}

/** `env.NAME` pasted into a script is no better than the value that the variable was given. */
async function isUntrustedVariable(
  { after }: ReviewedWorkflow,
  step: Step,
  { path }: Reference,
): Promise<boolean> {
  if (path[0] !== "env" || path.length !== 2) return false;
  const value = [step.node, step.job, after.root]
    .map((node) => variableOf(entriesOf(after, valueAt(after, node, "env")), path[1] ?? ""))
    .find((found) => found !== null);
  for (const { text } of value === undefined ? [] : expressionsIn(after, value)) {
    if ((await referencesIn(text)).some(isUntrusted)) return true;
  }
  return false;
}

function variableOf(entries: ReturnType<typeof entriesOf>, name: string): Scalar | null {
  const value = entries.find((entry) => entry.name.toLowerCase() === name)?.value ?? null;
  return textOf(value) === null ? null : (value as Scalar);
}

/** An action's inputs are text; a reusable workflow's are what they are declared to be. */
function isTextInput({ kind, after }: ReviewedWorkflow, { path }: Reference): boolean {
  if (path[0] !== "inputs") return false;
  if (kind === "action") return true;
  const inputs = valueAt(after, after.root, "on", "workflow_call", "inputs");
  const declared = entriesOf(after, inputs).find((entry) => entry.name.toLowerCase() === path[1]);
  if (declared === undefined || entryOf(after, declared.value, "type") === null) return false;
  return String(scalarAt(after, declared.value, "type")?.value) === "string";
}

async function referencesIn(expression: string): Promise<readonly Reference[]> {
  const parsed = await parseExpression(expression);
  return parsed === null ? [] : referencesOf(parsed);
}
