import { describe, expect, it } from "vitest";
import { cpuTime } from "../../../test/support/cpu-time.ts";
import { panelFindingOf, reportOf, ruleOf } from "../../../test/support/report.ts";
import { headlineOf } from "./headline.ts";
import { renderHtml } from "./html/render-html.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { indexRules } from "./rule-index.ts";
import { renderText } from "./text/render-text.ts";

const none = indexRules([]);
const of = (message: string): readonly string[] => {
  const { title, rest } = headlineOf(panelFindingOf({ message }), none);
  return [title, rest];
};

describe("headlineOf", () => {
  it("is the title of the rule's document where there is one", () => {
    const rules = indexRules([ruleOf({ id: "a/x", title: "A title" })]);
    const finding = panelFindingOf({ rule: "a/x", message: "First. Second." });
    expect(headlineOf(finding, rules)).toEqual({
      title: "A title",
      rest: "First. Second.",
      documented: true,
    });
  });

  it.each([
    ["Use `isNaN`. It is safer.", "Use `isNaN`", "It is safer."],
    ["Only one sentence.", "Only one sentence", ""],
    ["No full stop", "No full stop", ""],
    ["Is this meant? I doubt it.", "Is this meant?", "I doubt it."],
    ["Goes on ...", "Goes on ...", ""],
    ["First line\nSecond line.", "First line", "Second line."],
    ["Use a name, e.g. `total`. Then go on.", "Use a name, e.g. `total`", "Then go on."],
    ["Call `a. B()` first. Then go on.", "Call `a. B()` first", "Then go on."],
    ["Version 1.2.3 of a.b is old. Update.", "Version 1.2.3 of a.b is old", "Update."],
    ["这是错的。改正它。", "这是错的。", "改正它。"],
    [" \n Late. Later.\n", "Late", "Later."],
  ])("takes the first sentence of %j", (message, title, rest) => {
    expect(of(message)).toEqual([title, rest]);
  });

  it("cuts a long sentence, and leaves the whole message to be read", () => {
    const message = `${"word ".repeat(100)}end. More.`;
    const [title = "", rest] = of(message);
    expect(title.length).toBeLessThanOrEqual(160);
    expect(title).toMatch(/…$/);
    expect(rest).toBe(message);
  });

  it("is the rule where the message says nothing", () => {
    expect(of(" ")).toEqual(["model/correctness", ""]);
  });

  it("needs no more time for a hostile message", () => {
    const hostile = [". ".repeat(200_000), "`".repeat(400_001), `.${" ".repeat(400_000)}`];
    const began = cpuTime();
    for (const message of hostile) of(message);
    expect(cpuTime() - began).toBeLessThan(500);
  });
});

describe.each([
  ["text", renderText(report(), { color: false, width: 100 })],
  ["markdown", renderMarkdown(report())],
  ["html", renderHtml(report()).replace(/<[^>]*>/g, "")],
])("a finding without a rule document, as %s", (_format, shown) => {
  it("has what it says as its headline, made visible, and its rule beside it", () => {
    expect(shown).toMatch(/Use `?isNaN`? \\{1,2}u\{202E\}here/);
    expect(shown).toContain("biome/lint-correctness-use-is-nan");
    expect(shown).toContain("Comparing is always false.");
  });

  it("does not say the same twice", () => {
    const headlines = shown.split("Comparing is always false.").length - 1;
    expect(headlines).toBe(1);
  });
});

function report() {
  const message = "Use `isNaN` \u202Ehere. Comparing is always false.";
  return reportOf({
    findings: [panelFindingOf({ rule: "biome/lint-correctness-use-is-nan", message })],
  });
}
