import type { RuleDoc } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { type Entry, entriesOf, entryOf, lineOf, textOf } from "../nodes.ts";
import { onAddedLine, type ReviewedWorkflow, workflowRule } from "../reviewed.ts";
import { jobsOf } from "../steps.ts";

const job = (name: string, permissions = "") =>
  `  ${name}:\n    runs-on: ubuntu-latest\n${permissions}    steps:\n      - run: make ${name}\n`;

const doc: RuleDoc = {
  id: "workflows/wide-permissions",
  title: "A token that may do more than its job needs",
  severity: "medium",
  category: "security",
  why: "Every step, and every action a step uses, can use the job's token. A leaked or misused token that may write everything can push code, publish releases and approve pull requests.",
  fix: "Give the workflow `permissions: {}` or `contents: read`, and each job only the scopes it needs.",
  flagged: [
    {
      title: "everything may be written",
      after: {
        ".github/workflows/ci.yml": `on: push\npermissions: write-all\njobs:\n${job("build")}`,
      },
    },
    {
      title: "a job that may write everything",
      after: {
        ".github/workflows/ci.yml": `on: push\npermissions: {}\njobs:\n${job("build", "    permissions: write-all\n")}`,
      },
    },
    {
      title: "write access for all jobs though one needs it",
      after: {
        ".github/workflows/ci.yml": `on: push\npermissions:\n  contents: write\njobs:\n${job("test")}${job("release")}`,
      },
    },
  ],
  clean: [
    {
      title: "read for all, write for the job that needs it",
      after: {
        ".github/workflows/ci.yml": `on: push\npermissions:\n  contents: read\njobs:\n${job("test")}${job("release", "    permissions:\n      contents: write\n")}`,
      },
    },
    {
      title: "newer scopes, in a workflow of one job",
      after: {
        ".github/workflows/ci.yml": `on: push\npermissions:\n  models: read\n  copilot-requests: write\njobs:\n${job("ask")}`,
      },
    },
  ],
};

export const widePermissions = workflowRule(doc, (workflow) => {
  const { after } = workflow;
  const jobs = jobsOf(after);
  const owners = [after.root, ...jobs.map(({ node }) => node)];
  const given = owners.flatMap((owner) => entryOf(after, owner, "permissions") ?? []);
  const shared = entryOf(after, after.root, "permissions");
  return [
    ...given.flatMap((permissions) => everything(workflow, permissions)),
    // A job's own permissions replace the workflow's, so only jobs without any share them.
    ...(shared !== null && sharing(workflow) > 1 ? sharedWrites(workflow, shared) : []),
  ];
});

function everything(workflow: ReviewedWorkflow, { key, value }: Entry): readonly Observation[] {
  if (textOf(value) !== "write-all") return [];
  return onAddedLine(workflow, lineOf(workflow.after, key), {
    message:
      "`write-all` lets the token change everything in the repository. List the scopes that are needed, each with the least access that works.",
  });
}

function sharing({ after }: ReviewedWorkflow): number {
  return jobsOf(after).filter(({ node }) => entryOf(after, node, "permissions") === null).length;
}

function sharedWrites(workflow: ReviewedWorkflow, shared: Entry): readonly Observation[] {
  const writes = entriesOf(workflow.after, shared.value).filter(
    (scope) => textOf(scope.value) === "write",
  );
  return writes.flatMap((scope) =>
    onAddedLine(workflow, lineOf(workflow.after, scope.key), {
      severity: "low",
      confidence: 0.8,
      message: `\`${scope.name}: write\` is given to every job of this workflow. Move it to the job that needs it.`,
    }),
  );
}
