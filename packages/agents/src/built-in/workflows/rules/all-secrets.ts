import type { RuleDoc } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { workflowWith } from "../examples.ts";
import { expressionsIn } from "../expressions.ts";
import { scalarsOf } from "../nodes.ts";
import { parseExpression } from "../parse-expression.ts";
import { referencesOf } from "../references.ts";
import { onAddedLine, workflowRule } from "../reviewed.ts";

const doc: RuleDoc = {
  id: "workflows/all-secrets",
  title: "All secrets are put into one value",
  severity: "high",
  category: "security",
  why: "`toJSON(secrets)` gives a step every secret at once, and text with several secrets in it is not masked reliably in logs.",
  fix: "Name each secret that the step needs.",
  flagged: [
    {
      title: "all secrets in a variable",
      after: workflowWith("- env:\n    ALL: ${{ toJSON(secrets) }}\n  run: ./deploy.sh"),
    },
  ],
  clean: [
    {
      title: "one secret",
      after: workflowWith("- env:\n    TOKEN: ${{ secrets.DEPLOY_TOKEN }}\n  run: ./deploy.sh"),
    },
    {
      title: "whether there is a secret at all",
      after: workflowWith("- env:\n    SIGNED: ${{ secrets.KEY != '' }}\n  run: ./build.sh"),
    },
  ],
};

export const allSecrets = workflowRule(doc, async (workflow) => {
  const seen: Observation[] = [];
  for (const scalar of scalarsOf(workflow.after)) {
    for (const { text, line } of expressionsIn(workflow.after, scalar)) {
      if (!workflow.added.has(line) || !/secrets/i.test(text)) continue;
      const parsed = await parseExpression(text);
      const references = parsed === null ? [] : referencesOf(parsed);
      if (!references.some(({ path, whole }) => whole && path.join(".") === "secrets")) continue;
      seen.push(
        ...onAddedLine(workflow, line, {
          message:
            "This hands over every secret of the repository at once. Name the secrets that are needed, each in its own variable.",
        }),
      );
    }
  }
  return seen;
});
