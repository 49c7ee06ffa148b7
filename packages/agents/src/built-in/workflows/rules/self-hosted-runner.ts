import type { RuleDoc } from "@swarm-actions/review";
import { isMap } from "yaml";
import type { WorkflowDocument } from "../document.ts";
import { entryOf, itemsOf, lineOf, textOf } from "../nodes.ts";
import { onAddedLine, workflowRule } from "../reviewed.ts";
import { jobsOf } from "../steps.ts";
import { triggersOf } from "../triggers.ts";

const on = (trigger: string, runner: string) => ({
  ".github/workflows/ci.yml": `on: ${trigger}\npermissions: {}\njobs:\n  test:\n    runs-on: ${runner}\n    steps:\n      - run: make test\n`,
});

const doc: RuleDoc = {
  id: "workflows/self-hosted-runner",
  title: "Pull requests run on a machine of one's own",
  severity: "info",
  category: "security",
  why: "In a public repository a pull request from anybody then runs its code on that machine, and may leave something behind for the next job.",
  fix: "Use a hosted runner for pull requests, or one that is thrown away after each job, and require approval for outside contributors.",
  flagged: [{ title: "pull requests", after: on("pull_request", "[self-hosted, linux]") }],
  clean: [
    { title: "pushes only", after: on("push", "[self-hosted, linux]") },
    { title: "a hosted runner", after: on("pull_request", "ubuntu-latest") },
  ],
};

const outsiders = ["pull_request", "pull_request_target", "issue_comment", "workflow_run"];

export const selfHostedRunner = workflowRule(doc, (workflow) => {
  const triggers = triggersOf(workflow.after);
  if (!outsiders.some((trigger) => triggers.has(trigger))) return [];
  return jobsOf(workflow.after).flatMap(({ id, node }) => {
    const runner = entryOf(workflow.after, node, "runs-on");
    if (runner === null || !labelsOf(workflow.after, runner.value).includes("self-hosted"))
      return [];
    return onAddedLine(workflow, lineOf(workflow.after, runner.key), {
      message: `Job \`${id}\` runs what pull requests bring on a self-hosted machine. If the repository is public, use a hosted runner or one that is discarded after each job.`,
    });
  });
});

function labelsOf(
  document: WorkflowDocument,
  runner: Parameters<typeof textOf>[0],
): readonly (string | null)[] {
  const labels = isMap(runner) ? (entryOf(document, runner, "labels")?.value ?? null) : runner;
  return [textOf(labels), ...itemsOf(document, labels).map(textOf)];
}
