import { describe, expect, it } from "vitest";
import { hostileReport, hugeReport } from "../../../../test/support/extreme-reports.ts";
import { entriesOf, ledgerOf, reportOf } from "../../../../test/support/report.ts";
import { sampleReport } from "../../../../test/support/sample-report.ts";
import { renderHtml } from "./render-html.ts";

describe("renderHtml", () => {
  it("refers to nothing outside itself", () => {
    const page = renderHtml(sampleReport());
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|base|video|audio)\b/i);
    expect(page).not.toMatch(/\b(src|srcset|action|background)=/i);
    expect(page.match(/\bhref="[^"#]/g)).toBeNull();
    expect(page).not.toMatch(/url\(|@import/);
  });

  it("has no handler, no inline style and one script", () => {
    for (const report of [sampleReport(), hostileReport()]) {
      const tags = renderHtml(report).match(/<[a-z][^>]*>/gi) ?? [];
      expect(tags.filter((tag) => /\s(on\w+|style)=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual(
        [],
      );
      expect(tags.filter((tag) => tag.startsWith("<script"))).toEqual(["<script>"]);
      expect(tags.filter((tag) => tag.startsWith("<style"))).toEqual(["<style>"]);
    }
  });

  it("gives the same bytes for the same review, and one line feed at the end", () => {
    expect(renderHtml(sampleReport())).toBe(renderHtml(sampleReport()));
    expect(renderHtml(sampleReport())).toMatch(/<\/html>\n$/);
  });

  it.each([
    ["clean", "Clean", "everything was reviewed and nothing was found"],
    ["not-run", "Not reviewed", "nothing is known about this change"],
  ] as const)("says in the title and in words that a review is %s", (outcome, title, words) => {
    const page = renderHtml(reportOf({ outcome }));
    expect(page).toContain(`<title>${title} · Review</title>`);
    expect(page).toContain(words);
  });

  it("never calls a partial review clean", () => {
    const page = renderHtml(reportOf({ outcome: "partial" }));
    expect(page).toContain("<title>Partly reviewed");
    expect(page).not.toContain("Clean");
    expect(page).not.toMatch(/everything was reviewed/i);
  });

  it.each([
    ["excluded", "left out on purpose"],
    ["missed", "missed"],
  ] as const)("says of an %s part in words that it was %s, and why", (status, words) => {
    const { change } = sampleReport();
    const entries = entriesOf(change, () => ({ status, reason: "a reason" })).slice(0, 1);
    const page = renderHtml(reportOf({ coverage: ledgerOf(entries) }));
    expect(page).toContain(`<span class="sum">1 ${words}</span>`);
    expect(page).toContain(`<td>${words}</td><td>a reason</td>`);
  });

  it("tells what was missed from what was reviewed by a pattern, not by colour alone", () => {
    const page = renderHtml(sampleReport());
    const legend = page.match(/<ul class="legend".*?<\/ul>/s)?.[0] ?? "";
    const drawn = [...legend.matchAll(/<line class="(\w+)"[^>]* stroke-width="(\d+)"/g)];
    const looks = drawn.map(([, status, height]) => {
      const dashed = page.includes(`line.${status} { stroke: var(--${status}); stroke-dasharray`);
      return `${height}${dashed ? " striped" : ""}`;
    });
    expect(looks).toEqual(["10", "5", "2", "10 striped"]);
  });

  it("shows thousands of findings in thousands of files within 10 MB", () => {
    const page = renderHtml(hugeReport());
    expect(page.length).toBeLessThan(10_000_000);
    expect(page.match(/<article /g)).toHaveLength(5000);
  });
});
