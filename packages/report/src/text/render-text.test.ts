import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { agentOf, emptyChange, panelFindingOf, reportOf } from "../../../../test/support/report.ts";
import { sampleReport } from "../../../../test/support/sample-report.ts";
import { renderText } from "./render-text.ts";

const plain = { color: false, width: 90 };

describe("renderText", () => {
  it("shows a finding with its code, its words, its suggestion and its votes", () => {
    expect(renderText(sampleReport(), plain)).toContain(`
  high  \`status\` goes into the statement as text, so a value with a quote in it can read
  or change any row
    src/orders/search.ts:5-6  correctness/sql-injection
      3 │+export function ordersOf(customer: string, status: string) {
      4 │+  return db.query(
    > 5 │+    \`select * from orders where customer = ? and status = '\${status}'\`,
    > 6 │+    [customer],
      7 │+  );
      8 │ }
    Pass it as a parameter as \`customer\` is.
    Suggestion:
    -     \`select * from orders where customer = ? and status = '\${status}'\`,
    -     [customer],
    +     "select * from orders where customer = ? and status = ?",
    +     [customer, status],
    said by correctness, security (2 of 3 agents); silent: eslint; no vote: semgrep
    (failed)
`);
  });

  it.each([
    [{ yes: ["a"], no: [], missing: [] }, "said by a"],
    [{ yes: ["a"], no: [], missing: ["b", "c"] }, "said by a"],
    [{ yes: ["a"], no: ["b"], missing: ["c"] }, "said by a (1 of 2 agents); silent: b"],
    [{ yes: ["a", "b"], no: [], missing: ["c"] }, "said by a, b (2 of 2 agents)"],
    [
      { yes: ["a"], no: [], missing: ["b", "x", "y"] },
      "said by a; no vote: x (failed), y (timed out)",
    ],
  ])(
    "tells agreement where more than one could vote, and whose vote is lacking: %j",
    (votes, words) => {
      const agents = [
        ...["a", "b", "c"].map((name) => agentOf({ name })),
        agentOf({ name: "x", status: "failed" }),
        agentOf({ name: "y", status: "timed-out" }),
      ];
      const text = renderText(reportOf({ findings: [panelFindingOf({ votes })], agents }), plain);
      expect(text.split("\n")).toContain(`    ${words}`);
    },
  );

  it("groups by file, worst first", () => {
    const text = renderText(sampleReport(), plain);
    const files = text.split("\n").filter((line) => /^\S+\/\S+$/.test(line));
    expect(files[0]).toBe("src/refunds/worker.ts");
    expect(files).toEqual([...new Set(files)]);
  });

  it("marks a lone voice and keeps disputed findings apart", () => {
    const [counting, disputed] = renderText(sampleReport(), plain).split("Disputed: 2 findings");
    expect(counting).toContain("New column that existing rows cannot fill [lone voice]");
    expect(counting).not.toContain("Only two of thirty rates");
    expect(disputed).toContain("Only two of thirty rates");
  });

  it("says what was not looked at, who failed and what to do about it", () => {
    const text = renderText(sampleReport(), plain);
    expect(text).toContain("left out on purpose: assets/refund.png (binary file)");
    expect(text).toContain("semgrep      failed");
    expect(text).toContain("Fix: Give `semgrep` a configuration");
    expect(text).toContain("33,497 input tokens");
  });

  it.each([
    ["clean", "Clean: everything was reviewed and nothing was found."],
    ["findings", "Everything was reviewed; the panel agrees on none of the findings."],
    ["partial", "Partly reviewed; nothing was found in what was looked at."],
    ["not-run", "Not reviewed: nothing is known about this change."],
  ] as const)("ends with the outcome %s in plain words and its reasons", (outcome, words) => {
    const reasons = [{ code: "agent-failed" as const, message: "The agent `a` failed." }];
    const text = renderText(reportOf({ outcome, reasons }), plain);
    expect(text.endsWith(`${words}\n  The agent \`a\` failed.\n`)).toBe(true);
  });

  it("does not say that everything was reviewed where nothing was, or not everything", () => {
    const reasons = [{ code: "nothing-to-review" as const, message: "The change is empty." }];
    const empty = renderText(reportOf({ reasons }), plain);
    expect(empty).toContain("Clean: there was nothing to review.");
    for (const text of [empty, renderText(reportOf({ outcome: "partial" }), plain)]) {
      expect(text).not.toMatch(/everything was reviewed/i);
    }
  });

  it("fits the width, in columns", () => {
    const message = `${"很长的信息 ".repeat(40)}${"x".repeat(300)}`;
    const report = sampleReport();
    const findings = [...report.result.findings, panelFindingOf({ message })];
    const text = renderText(
      { ...report, result: { ...report.result, findings } },
      { color: false, width: 60 },
    );
    const tooWide = text.split("\n").filter((line) => stringWidth(line) > 60);
    expect(tooWide.filter((line) => !/^ {2}\w/.test(line))).toEqual([]);
  });

  it("says the same with colours as without", () => {
    const colored = renderText(sampleReport(), { color: true, width: 90 });
    expect(colored).not.toBe(renderText(sampleReport(), plain));
    expect(stripVTControlCharacters(colored)).toBe(renderText(sampleReport(), plain));
  });

  it("lets nothing from a change or an agent reach the terminal raw", () => {
    const evil = "\u001b]0;owned\u0007\u001b[2J\u202Ex\u009b1m\r";
    const path = `${evil}/a.ts`;
    const change = changeOf({}, { "safe.ts": `${evil}\n` });
    const place = {
      kind: "lines",
      path: "safe.ts",
      side: "new",
      startLine: 1,
      endLine: 1,
    } as const;
    const text = renderText(
      reportOf(
        {
          reasons: [{ code: "agent-failed", message: evil }],
          findings: [
            panelFindingOf({
              place,
              message: evil,
              rule: evil,
              votes: { yes: [evil], no: [evil], missing: [evil] },
              suggestion: { startLine: 1, endLine: 1, replacement: evil },
            }),
            panelFindingOf({ place: { kind: "file", path }, standing: "disputed", message: evil }),
          ],
          agents: [
            agentOf({
              name: evil,
              status: "failed",
              error: { code: evil, message: evil, fix: evil },
              corrections: [{ kind: "dropped", reason: evil, count: 1 }],
            }),
          ],
          incremental: { mode: "full", reason: evil },
        },
        { change: { ...change, title: evil } },
      ),
      plain,
    );
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(text).toContain("␛]0;owned␇");
  });

  it("needs no files, agents or findings", () => {
    const text = renderText(reportOf({ agents: [] }, { change: emptyChange() }), plain);
    expect(text).toMatch(/nothing was found\.\n$/);
  });
});
