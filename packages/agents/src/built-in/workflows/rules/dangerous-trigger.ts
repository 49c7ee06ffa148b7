import type { RuleDoc } from "@swarm-actions/review";
import { workflowWith } from "../examples.ts";
import { lineOf } from "../nodes.ts";
import { onAddedLine, workflowRule } from "../reviewed.ts";
import { triggersOf } from "../triggers.ts";

const doc: RuleDoc = {
  id: "workflows/dangerous-trigger",
  title: "`pull_request_target` is added",
  severity: "low",
  category: "security",
  why: "It runs with the repository's secrets and a writing token on pull requests from anybody; one step that touches their code or text hands these over. Public repositories block it by default.",
  fix: "Use `pull_request`, and let a `workflow_run` workflow publish what it made, treating that as hostile.",
  flagged: [
    {
      title: "pull_request_target",
      after: workflowWith("- run: echo welcome", "pull_request_target"),
    },
  ],
  clean: [
    { title: "pull_request", after: workflowWith("- run: make test", "pull_request") },
    {
      title: "the trigger was there before",
      before: workflowWith("- run: echo welcome", "pull_request_target"),
      after: workflowWith("- run: echo hello", "pull_request_target"),
    },
  ],
};

export const dangerousTrigger = workflowRule(doc, (workflow) => {
  const trigger = triggersOf(workflow.after).get("pull_request_target");
  const before = workflow.before === null ? null : triggersOf(workflow.before);
  if (trigger === undefined || before?.has("pull_request_target") === true) return [];
  return onAddedLine(workflow, lineOf(workflow.after, trigger), {
    message:
      "`pull_request_target` gives pull requests from anybody a run with this repository's secrets and writing token, and is blocked by default in public repositories. Use `pull_request`, and publish its results from a `workflow_run` workflow.",
  });
});
