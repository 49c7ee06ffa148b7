import { describe, expect, it } from "vitest";
import { changeOf } from "../../../test/support/change.ts";
import { panelFindingOf, reportOf, ruleOf } from "../../../test/support/report.ts";
import { renderHtml } from "./html/render-html.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import type { ReviewReport } from "./model.ts";
import { renderText } from "./text/render-text.ts";

const value = "velvet-horse-battery";
const hidden = "(hidden: this line holds a secret)";
const redact = (text: string): string => text.replaceAll(value, "***");

const at = (startLine: number, endLine = startLine, path = "a.txt") => {
  return { kind: "lines", path, side: "new", startLine, endLine } as const;
};
const secret = (startLine: number, endLine = startLine) =>
  panelFindingOf({ rule: "secrets/x", place: at(startLine, endLine), message: "Adds a password." });
const change = changeOf(
  { "a.txt": "first\n", "b.txt": "" },
  { "a.txt": `first\npassword: ${value}\nlast\n`, "b.txt": `again ${value}\n` },
);

function reportWith(
  findings: readonly ReturnType<typeof panelFindingOf>[],
  overrides: Partial<ReviewReport> = {},
): ReviewReport {
  const rules = [ruleOf({ id: "secrets/x", conceals: true })];
  return reportOf({ findings }, { change, rules, ...overrides });
}

describe.each([
  ["text", (report: ReviewReport) => renderText(report, { color: false, width: 100 })],
  ["markdown", renderMarkdown],
  ["html", renderHtml],
])("the code that %s shows", (_format, render) => {
  it("has nothing in place of the lines that a concealing rule points at", () => {
    const shown = render(reportWith([secret(2)]));
    expect(shown).not.toContain(value);
    expect(shown).toContain(hidden);
    expect(shown).toContain("first");
    expect(shown).toContain("last");
  });

  it("is whole where no rule conceals it, so that the other cases show something", () => {
    expect(render(reportWith([secret(2)], { rules: [ruleOf({ id: "secrets/x" })] }))).toContain(
      value,
    );
  });

  it("hides the lines around another finding just as well", () => {
    const shown = render(reportWith([panelFindingOf({ place: at(3) }), secret(2)]));
    expect(shown).not.toContain(value);
  });

  it("hides what a member of a merged finding points at", () => {
    const [own] = secret(2).members;
    const merged = panelFindingOf({ place: at(2, 3), rule: "linter/y" });
    const members = own === undefined ? [] : [...merged.members, own];
    expect(render(reportWith([{ ...merged, members }]))).not.toContain(value);
  });

  it("takes known values out of every other line", () => {
    const elsewhere = panelFindingOf({ place: at(1, 1, "b.txt") });
    const shown = render(reportWith([elsewhere], { redact }));
    expect(shown).toContain("again ***");
    expect(shown).not.toContain(value);
  });

  it("has no suggestion in place of a hidden line, even for a value that nobody knows", () => {
    const suggestion = { startLine: 2, endLine: 3, replacement: `password: "${value}"\nchanged` };
    const shown = render(reportWith([secret(2), panelFindingOf({ place: at(3), suggestion })]));
    expect(shown).not.toContain(value);
    expect(shown).not.toContain("changed");
  });

  it("has no known value in a suggestion", () => {
    const suggestion = { startLine: 3, endLine: 3, replacement: `last ${value}` };
    const other = panelFindingOf({ place: at(3), suggestion });
    const shown = render(reportWith([other], { redact }));
    expect(shown).toContain("last ***");
    expect(shown).not.toContain(value);
  });
});

it("does not take the old side of a line for the new one", () => {
  const old = { ...at(1), side: "old" } as const;
  const report = reportWith([
    panelFindingOf({ rule: "secrets/x", place: old }),
    panelFindingOf({ place: at(1) }),
  ]);
  const shown = renderText(report, { color: false, width: 100 });
  expect(shown).toContain(hidden);
  expect(shown).toContain("first");
});
