import type { RuleDoc } from "@swarm-actions/review";
import { entryOf, lineOf } from "../nodes.ts";
import { onAddedLine, workflowRule } from "../reviewed.ts";
import { jobsOf } from "../steps.ts";

const doc: RuleDoc = {
  id: "workflows/missing-permissions",
  title: "A new workflow that does not say what its token may do",
  severity: "info",
  category: "security",
  why: "Without `permissions:` the token gets the repository's default, which in older repositories may write everything.",
  fix: "Begin with `permissions: {}` or `permissions: { contents: read }` and add what a job needs.",
  flagged: [
    {
      title: "a new workflow without permissions",
      after: {
        ".github/workflows/ci.yml":
          "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n",
      },
    },
  ],
  clean: [
    {
      title: "the only job says what it needs",
      after: {
        ".github/workflows/ci.yml":
          "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    permissions:\n      contents: read\n    steps:\n      - run: make\n",
      },
    },
    {
      title: "a workflow that was there before",
      before: {
        ".github/workflows/ci.yml":
          "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n",
      },
      after: {
        ".github/workflows/ci.yml":
          "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n",
      },
    },
  ],
};

export const missingPermissions = workflowRule(doc, (workflow) => {
  const { after, file, kind } = workflow;
  const jobs = entryOf(after, after.root, "jobs");
  if (kind !== "workflow" || file.diff.change !== "added" || jobs === null) return [];
  if (entryOf(after, after.root, "permissions") !== null) return [];
  const silent = jobsOf(after).filter(({ node }) => entryOf(after, node, "permissions") === null);
  if (silent.length === 0) return [];
  return onAddedLine(workflow, lineOf(after, jobs.key), {
    message: `Nothing says what the token may do in ${silent.length === 1 ? `job \`${silent[0]?.id}\`` : `${silent.length} jobs`}. Add \`permissions:\` above \`jobs:\` with the least that works.`,
  });
});
