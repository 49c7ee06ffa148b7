import type { Remark, ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { type Files, taskOf } from "../../../../../test/support/change.ts";
import { exampleSha, workflowWith } from "./examples.ts";
import { workflows } from "./index.ts";

const path = ".github/workflows/ci.yml";

async function review(before: Files, after: Files): Promise<readonly Remark[]> {
  return answer(taskOf(before, after));
}

async function answer(task: ReviewTask): Promise<readonly Remark[]> {
  const files = task.files.filter((file) => workflows.covers(file));
  return (await workflows.review({ ...task, files }, new AbortController().signal)).remarks;
}

function summary({ place, rule, severity }: Remark): string {
  const line = place.kind === "lines" ? `:${place.startLine}` : ` (${place.kind})`;
  return `${severity} ${rule}${line}`;
}

/** The file after the one suggestion of the review was taken. */
async function afterSuggestion(before: Files, after: Files): Promise<string> {
  const [suggestion, ...more] = (await review(before, after)).flatMap(
    (one) => one.suggestion ?? [],
  );
  expect(more).toEqual([]);
  const lines = String(after[path]).split("\n");
  if (suggestion === undefined) throw new Error("no suggestion");
  const { startLine, endLine, replacement } = suggestion;
  lines.splice(startLine - 1, endLine - startLine + 1, ...replacement.split("\n"));
  return lines.join("\n");
}

describe("a suggestion for an always-true condition", () => {
  it.each([
    ["if: ${{ github.ref }} == 'main'", "if: ${{ github.ref == 'main' }}"],
    ["if: \"${{ github.ref }} == 'main'\"", "if: \"${{ github.ref == 'main' }}\""],
    ["if: '${{ github.ref }} == ''main'''", "if: '${{ github.ref == ''main'' }}'"],
    ["if: ${{ a || b }} && c", null],
    [
      "if: ${{ success() || failure() }} && ${{ always() }} # keep",
      "if: ${{ (success() || failure()) && always() }} # keep",
    ],
  ])("for %s", async (condition, expected) => {
    const after = workflowWith(`- run: make\n  ${condition}`);
    const before = workflowWith("- run: make");
    if (expected === null) {
      const remarks = await review(before, after);
      expect(remarks.flatMap((remark) => remark.suggestion ?? [])).toEqual([]);
    } else expect(await afterSuggestion(before, after)).toContain(`${expected}\n`);
  });

  it("keeps the line ending of the file", async () => {
    const crlf = (files: Readonly<Record<string, string>>) => ({
      [path]: (files[path] ?? "").replaceAll("\n", "\r\n"),
    });
    const after = crlf(workflowWith("- if: |\n    ${{ github.ref == 'x' }}\n  run: make"));
    const text = await afterSuggestion(crlf(workflowWith("- run: make")), after);
    expect(text).toContain("if: |-\r\n");
  });

  it("leaves a clean file behind", async () => {
    const before = workflowWith("- run: make");
    const after = workflowWith("- run: make\n  if: ${{ github.ref }} == 'main'");
    const mended = { [path]: await afterSuggestion(before, after) };
    expect(await review(before, mended)).toEqual([]);
  });
});

describe("script injection", () => {
  const run = (expression: string, on: string) =>
    workflowWith(`- run: echo \${{ ${expression} }}`, on);

  it.each([
    ["github.event.issue.title", "issues", ["high"]],
    ["github.head_ref", "pull_request", ["medium"]],
    ["github.event.commits[0].message", "push", ["medium"]],
    ["github['event']['issue']['body']", "issues", ["high"]],
    ["GITHUB.EVENT.ISSUE.BODY", "issues", ["high"]],
    ["join(github.event.commits.*.message, ' ')", "push", ["medium"]],
    ["github.event.issue.title || 'none'", "issues", ["high"]],
    ["github.event.issue.title == 'x' && 'a' || 'b'", "issues", []],
    ["case(github.event.issue.title == 'x', 'a', 'b')", "issues", []],
    ["case(true, github.event.issue.title, 'b')", "issues", ["high"]],
    ["toJSON(github.event.issue.number)", "issues", []],
    ["toJSON(github)", "issues", ["high"]],
    ["github.event.issue", "issues", []],
    ["github.actor", "issues", []],
  ])("%s on %s", async (expression, on, expected) => {
    const remarks = await review({}, run(expression, on));
    const found = remarks.filter(({ rule }) => rule === "workflows/script-injection");
    expect(found.map(({ severity }) => severity)).toEqual(expected);
  });

  it("speaks only of lines that the change adds", async () => {
    const old = "- run: echo ${{ github.event.issue.title }}\n";
    const remarks = await review(
      workflowWith(old, "issues"),
      workflowWith(`${old}- run: make`, "issues"),
    );
    expect(remarks).toEqual([]);
  });

  it("judges a text input of a reusable workflow as its caller's", async () => {
    const on =
      "\n  workflow_call:\n    inputs:\n      who: { type: string }\n      many: { type: number }";
    const after = workflowWith("- run: echo ${{ inputs.who }} ${{ inputs.many }}", on);
    expect((await review({}, after)).map(summary)).toEqual(["low workflows/script-injection:11"]);
  });
});

describe("checking out a pull request in a privileged run", () => {
  const on = "pull_request_target";
  const checkout = "- uses: actions/checkout@v6\n  with:\n    ref: ${{ github.head_ref }}\n";

  it("is high when nothing of it is run", async () => {
    const remarks = await review(workflowWith("- run: echo", on), workflowWith(checkout, on));
    expect(remarks.map(summary)).toEqual(["high workflows/untrusted-checkout:9"]);
  });

  it("is told at the trigger when the trigger is what is new", async () => {
    const steps = `${checkout}- run: make`;
    const remarks = await review(workflowWith(steps, "pull_request"), workflowWith(steps, on));
    expect(remarks.map(summary)).toEqual([
      "low workflows/dangerous-trigger:1",
      "critical workflows/untrusted-checkout:1",
    ]);
  });

  it("is milder when a person has to approve the job", async () => {
    const steps = `${checkout}- run: make`;
    const approved = (files: Readonly<Record<string, string>>) => ({
      [path]: (files[path] ?? "").replace("    steps:", "    environment: review\n    steps:"),
    });
    const remarks = await review(
      approved(workflowWith("- run: make", on)),
      approved(workflowWith(steps, on)),
    );
    expect(remarks.map(summary)).toEqual(["medium workflows/untrusted-checkout:10"]);
  });
});

describe("unpinned actions", () => {
  it("are less worth telling where they are the habit of the file", async () => {
    const old = "- uses: example/one@v1\n";
    const remarks = await review(workflowWith(old), workflowWith(`${old}- uses: example/two@v1`));
    expect(remarks.map(summary)).toEqual(["low workflows/unpinned-action:8"]);
  });

  it("are as little news in a new file beside one that has the habit", async () => {
    const old = workflowWith("- uses: example/one@v1");
    const after = workflowWith("- uses: example/one@v2");
    const added = workflowWith("- uses: example/one@v2\n- uses: example/two@v1")[path] ?? "";
    const remarks = await review(old, { ...after, ".github/workflows/new.yml": added });
    expect(remarks.map(summary)).toEqual(["low workflows/unpinned-action:8"]);
  });

  it("are told once where an anchor repeats a step", async () => {
    const after = workflowWith("- &tool\n  uses: example/tool@v1\n- *tool");
    expect((await review({}, after)).map(summary)).toEqual(["medium workflows/unpinned-action:8"]);
  });
});

describe("invalid files", () => {
  it("are told at the file when the new fault shows on an old line", async () => {
    const job = (id: string, needs = "") =>
      `  ${id}:\n    runs-on: ubuntu-latest\n${needs}    steps:\n      - run: make\n`;
    const head = "on: push\npermissions: {}\njobs:\n";
    const remarks = await review(
      { [path]: head + job("build") + job("other") + job("test", "    needs: build\n") },
      { [path]: head + job("compile") + job("other") + job("test", "    needs: build\n") },
    );
    expect(new Set(remarks.map(summary))).toEqual(new Set(["medium workflows/invalid (file)"]));
    expect(remarks[0]?.message).toContain("Line 14: ");
  });

  it("say nothing of secrets, variables and events that cannot be known here", async () => {
    const steps =
      "- run: make\n  env:\n    A: ${{ secrets.A }}\n    B: ${{ vars.B }}\n    C: ${{ env.C }}\n    D: ${{ github.event.strange.field }}\n";
    expect(await review({}, workflowWith(steps))).toEqual([]);
  });

  it("ask nothing of the network for other repositories' actions and workflows", async () => {
    const after = {
      [path]: `on: push\npermissions: {}\njobs:\n  a:\n    uses: example/shared/.github/workflows/x.yml@${exampleSha} # v1\n  b:\n    uses: ./.github/workflows/y.yml\n`,
    };
    expect(await review({}, after)).toEqual([]);
  });
});

describe("hostile files", () => {
  const bomb = (levels: number) => {
    const line = (level: number) =>
      `l${level}: &l${level} [${Array.from({ length: 10 }, () => `*l${level - 1}`).join(",")}]`;
    return `on: push\nl0: &l0 [x]\n${Array.from({ length: levels }, (_, at) => line(at + 1)).join("\n")}\n`;
  };

  it.each([
    ["aliases that multiply", bomb(9)],
    ["an alias of itself", "on: push\njobs: &jobs\n  a: *jobs\n"],
    ["brackets without end", `on: ${"[".repeat(200_000)}\n`],
    ["list items without end", `on:\n${"- ".repeat(100_000)}x\n`],
    ["more text than any workflow", `on: push\n# ${"x".repeat(600_000)}\n`],
  ])("%s are not expanded", async (_, text) => {
    const started = performance.now();
    const remarks = await review({}, { [path]: text });
    expect(remarks.map(summary)).toEqual(["low workflows/invalid (file)"]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("with many unclosed expressions are read once", async () => {
    const after = workflowWith(`- run: |\n${"    echo ${{ x\n".repeat(20_000)}`);
    const started = performance.now();
    await review({}, after);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
