import type { RuleDoc, Suggestion } from "@swarm-actions/review";
import type { Scalar } from "yaml";
import type { Observation } from "../../define.ts";
import { workflowWith } from "../examples.ts";
import { type EmbeddedExpression, expressionsIn } from "../expressions.ts";
import { lineOf } from "../nodes.ts";
import { parseExpression } from "../parse-expression.ts";
import { onAddedLine, type ReviewedWorkflow, workflowRule } from "../reviewed.ts";
import { allSteps, jobsOf, scalarAt } from "../steps.ts";

const doc: RuleDoc = {
  id: "workflows/always-true-condition",
  title: "A condition that is always true",
  severity: "medium",
  category: "correctness",
  why: "Text outside `${{ }}`, even a line break, turns the condition into a string, and a string that is not empty is true: the step or job runs whatever the expression says.",
  fix: "Put the whole condition inside one `${{ }}`, or leave the fences out.",
  flagged: [
    {
      title: "the comparison is outside the fences",
      after: workflowWith("- run: make deploy\n  if: ${{ github.ref }} == 'refs/heads/main'"),
    },
    {
      title: "two fences",
      after: workflowWith(
        "- run: make deploy\n  if: ${{ github.ref == 'refs/heads/main' }} && ${{ success() }}",
      ),
    },
    {
      title: "a block that ends with a line break",
      after: workflowWith(
        "- if: |\n    ${{ github.ref == 'refs/heads/main' }}\n  run: make deploy",
      ),
    },
  ],
  clean: [
    {
      title: "all inside, or no fences at all",
      after: workflowWith(
        "- run: make\n  if: ${{ github.ref == 'refs/heads/main' }}\n- run: make\n  if: github.ref == 'a' && success()",
      ),
    },
    {
      title: "a block without a final line break",
      after: workflowWith(
        "- if: |-\n    ${{ github.ref == 'refs/heads/main' }}\n  run: make deploy",
      ),
    },
  ],
};

export const alwaysTrueCondition = workflowRule(doc, async (workflow) => {
  const seen: Observation[] = [];
  for (const condition of conditionsOf(workflow)) {
    const expressions = expressionsIn(workflow.after, condition);
    const [first] = expressions;
    if (first === undefined || isWhole(condition, expressions)) continue;
    const found = [lineOf(workflow.after, condition), first.line].find((line) =>
      workflow.added.has(line),
    );
    if (found === undefined) continue;
    const suggestion = await suggestionFor(workflow, condition, expressions);
    seen.push(...onAddedLine(workflow, found, { message, ...(suggestion && { suggestion }) }));
  }
  return seen;
});

const message =
  "This condition is always true: text outside `${{ }}`, a final line break included, makes it a string that is not empty. Put the whole condition inside one `${{ }}`, or leave the fences out.";

function conditionsOf({ after }: ReviewedWorkflow): readonly Scalar[] {
  const owners = [...jobsOf(after), ...allSteps(after)].map(({ node }) => node);
  return owners.flatMap((owner) => scalarAt(after, owner, "if") ?? []);
}

/** Whether the condition is one expression and nothing else. */
function isWhole(condition: Scalar, expressions: readonly EmbeddedExpression[]): boolean {
  const value = String(condition.value);
  return expressions.length === 1 && value.startsWith("${{") && value.endsWith("}}");
}

async function suggestionFor(
  workflow: ReviewedWorkflow,
  condition: Scalar,
  expressions: readonly EmbeddedExpression[],
): Promise<Suggestion | null> {
  const line = lineOf(workflow.after, condition);
  const added = workflow.added.get(line);
  if (added === undefined) return null;
  const text = isBlock(condition)
    ? stripped(added.text, String(condition.value))
    : await joined(workflow, condition, expressions, line, added.text);
  return text === null
    ? null
    : { startLine: line, endLine: line, replacement: text + added.ending };
}

function isBlock({ type }: Scalar): boolean {
  return type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
}

/** The header of a block with `-`, when the final line break is all that is wrong. */
function stripped(header: string, value: string): string | null {
  const trimmed = value.trimEnd();
  const whole = trimmed.startsWith("${{") && trimmed.indexOf("}}") === trimmed.length - 2;
  return whole && /: *[|>]\+?$/.test(header) ? header.replace(/([|>])\+?$/, "$1-") : null;
}

/** One pair of fences around everything, when the result is an expression. */
async function joined(
  { after }: ReviewedWorkflow,
  condition: Scalar,
  expressions: readonly EmbeddedExpression[],
  line: number,
  text: string,
): Promise<string | null> {
  const [start, end] = condition.range ?? [0, 0];
  if (after.lineAt(Math.max(start, end - 1)) !== line) return null;
  const source = after.text.slice(start, end);
  const quote = /^["']/.exec(source)?.[0] ?? "";
  const inner = source.slice(quote.length, source.length - quote.length);
  const bare = withoutFences(inner, expressions, start + quote.length);
  const meant = quote === "'" ? bare.replaceAll("''", "'") : bare;
  if (bare.includes("\\") || (await parseExpression(meant)) === null) return null;
  return text.replace(source, () => `${quote}\${{ ${bare.trim()} }}${quote}`);
}

function withoutFences(
  inner: string,
  expressions: readonly EmbeddedExpression[],
  offset: number,
): string {
  return expressions.reduceRight((text, { text: expression, start, end }) => {
    const grouped = /&&|\|\|/.test(expression) ? `(${expression})` : expression;
    return text.slice(0, start - offset) + grouped + text.slice(end - offset);
  }, inner);
}
