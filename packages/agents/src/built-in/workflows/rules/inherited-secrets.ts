import type { RuleDoc } from "@swarm-actions/review";
import { exampleSha } from "../examples.ts";
import { entryOf, lineOf, textOf } from "../nodes.ts";
import { onAddedLine, workflowRule } from "../reviewed.ts";
import { jobsOf, scalarAt } from "../steps.ts";
import { isCommitId, parseUses } from "../uses.ts";

const calling = (uses: string, secrets: string) => ({
  ".github/workflows/ci.yml": `on: push\npermissions: {}\njobs:\n  build:\n    uses: ${uses}\n    secrets: ${secrets}\n`,
});
const shared = `example/shared/.github/workflows/build.yml@${exampleSha} # v1.0.0`;

const doc: RuleDoc = {
  id: "workflows/inherited-secrets",
  title: "All secrets are handed to a workflow of another repository",
  severity: "low",
  category: "security",
  why: "`secrets: inherit` gives the called workflow every secret of this repository and its organisation, also those it has no use for.",
  fix: "Pass the secrets it needs by name.",
  flagged: [{ title: "inherit", after: calling(shared, "inherit") }],
  clean: [
    { title: "by name", after: calling(shared, "\n      token: ${{ secrets.DEPLOY_TOKEN }}") },
    {
      title: "a workflow of this repository",
      after: calling("./.github/workflows/build.yml", "inherit"),
    },
  ],
};

export const inheritedSecrets = workflowRule(doc, (workflow) =>
  jobsOf(workflow.after).flatMap(({ node }) => {
    const uses = scalarAt(workflow.after, node, "uses");
    const secrets = entryOf(workflow.after, node, "secrets");
    const target = parseUses(String(uses?.value ?? ""));
    if (target?.kind !== "repository" || textOf(secrets?.value ?? null) !== "inherit") return [];
    const line = lineOf(workflow.after, secrets?.key ?? node);
    return onAddedLine(workflow, line, {
      // Whose repository it is cannot be seen from here, only whether its code can change.
      confidence: isCommitId(target.ref) ? 0.6 : 0.8,
      message: `Every secret of this repository goes to \`${target.name}\`. Pass only the secrets it needs, by name.`,
    });
  }),
);
