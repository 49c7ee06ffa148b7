import type { RuleDoc, Severity } from "@swarm-actions/review";
import type { Scalar } from "yaml";
import type { Observation } from "../../define.ts";
import { workflowWith } from "../examples.ts";
import { fetchedHead, type Guard, guardOf } from "../fetched-head.ts";
import { lineOf } from "../nodes.ts";
import { onAddedLine, type ReviewedWorkflow, workflowRule } from "../reviewed.ts";
import { type Job, jobsOf, type Step } from "../steps.ts";
import { triggersOf } from "../triggers.ts";

const checkout = (ref: string) => `- uses: actions/checkout@v6\n  with:\n    ref: ${ref}\n`;
const head = "${{ github.event.pull_request.head.sha }}";
const before = workflowWith("- run: echo welcome", "pull_request_target");

const doc: RuleDoc = {
  id: "workflows/untrusted-checkout",
  title: "A privileged run checks out the code of a pull request",
  severity: "critical",
  category: "security",
  why: "The run has the repository's secrets and a writing token. Building, testing or linting a stranger's code there lets that code take them.",
  fix: "Do the work in a `pull_request` workflow; let a `workflow_run` workflow publish its artifact without running anything from it.",
  flagged: [
    {
      title: "builds the head of a pull request with pull_request_target",
      before,
      after: workflowWith(`${checkout(head)}- run: make test`, "pull_request_target"),
    },
    {
      title: "checks out the head of the run that came before",
      before: workflowWith("- run: echo done", "\n  workflow_run:\n    workflows: [ci]"),
      after: workflowWith(
        checkout("${{ github.event.workflow_run.head_sha }}"),
        "\n  workflow_run:\n    workflows: [ci]",
      ),
    },
    {
      title: "a comment checks out a pull request and builds it",
      before: workflowWith("- run: echo hello", "issue_comment"),
      after: workflowWith(
        "- run: gh pr checkout ${{ github.event.issue.number }}\n- run: make",
        "issue_comment",
      ),
    },
  ],
  clean: [
    {
      title: "the same in an unprivileged run",
      after: workflowWith(`${checkout(head)}- run: make test`, "pull_request"),
    },
    {
      title: "the base, which is the repository's own code",
      before,
      after: workflowWith("- uses: actions/checkout@v6\n- run: make label", "pull_request_target"),
    },
    {
      title: "only branches of the repository itself",
      before,
      after: workflowWith(
        `- uses: actions/checkout@v6\n  if: github.event.pull_request.head.repo.full_name == github.repository\n  with:\n    ref: ${head}`,
        "pull_request_target",
      ),
    },
  ],
};

const privileged = ["pull_request_target", "workflow_run", "issue_comment"];

export const untrustedCheckout = workflowRule(doc, (workflow) => {
  const triggers = triggersOf(workflow.after);
  const trigger = privileged.find((name) => triggers.has(name));
  if (trigger === undefined) return [];
  return jobsOf(workflow.after).flatMap((job) =>
    job.steps.flatMap((step, index) => {
      const fetched = fetchedHead(step);
      if (fetched === null) return [];
      return judge(workflow, trigger, job, step, index, fetched);
    }),
  );
});

function judge(
  workflow: ReviewedWorkflow,
  trigger: string,
  job: Job,
  step: Step,
  index: number,
  fetched: Scalar,
): readonly Observation[] {
  const guard = guardOf(workflow.after, job, step);
  if (guard === "own-branches") return [];
  const runs = job.steps.slice(index + 1).some(runsWhatIsThere);
  const line = lineUnderReview(workflow, trigger, fetched);
  const then = runs ? "and then runs it" : "where any later step may run it";
  return onAddedLine(workflow, line, {
    severity: severityOf(guard, runs, trigger),
    confidence: guard === "some" ? 0.6 : 0.85,
    message: `With \`${trigger}\`, job \`${job.id}\` has this repository's secrets and token; here it checks out code from a pull request, ${then}. Do this in a \`pull_request\` workflow instead, and publish its results separately.`,
  });
}

function severityOf(guard: Guard, runs: boolean, trigger: string): Severity {
  if (guard === "some") return "medium";
  // A run that follows a push checks out the same way, so there it is less certain.
  return runs && trigger !== "workflow_run" ? "critical" : "high";
}

/** The line that does it; or, where that line is old, the trigger that makes it dangerous. */
function lineUnderReview(workflow: ReviewedWorkflow, trigger: string, fetched: Scalar): number {
  const line = lineOf(workflow.after, fetched);
  const node = triggersOf(workflow.after).get(trigger);
  return workflow.added.has(line) || node === undefined ? line : lineOf(workflow.after, node);
}

/** Whether the step would run something of what was checked out, as far as one can tell. */
function runsWhatIsThere({ run, uses }: Step): boolean {
  return run !== null || /^\.{1,2}\//.test(String(uses?.value ?? ""));
}
