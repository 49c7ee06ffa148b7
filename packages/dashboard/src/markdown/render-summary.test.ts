import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import {
  eventfulDashboard,
  hostileDashboard,
  hugeDashboard,
  swarmReportOf,
  workerReportOf,
} from "../../../../test/support/swarm-report.ts";
import { renderSummary } from "./render-summary.ts";

const eventful = renderSummary(eventfulDashboard().report);

describe("the job summary", () => {
  it("begins with the outcome and with how much of the work it covers", () => {
    const lines = renderSummary(swarmReportOf()).split("\n");
    expect(lines[0]).toBe("## Swarm `swarm`: Complete");
    expect(lines[2]).toBe("16 of 16 tasks have a result; none failed; none is missing.");
  });

  it.each([
    ["complete", ["a"], "Complete, 1 task failed"],
    ["partial", [], "Partial: 0 tasks missing"],
    ["failed", [], "Failed: 16 of 16 tasks done"],
  ] as const)("never sounds better than it was: %s", (outcome, failed, title) => {
    const coverage = { tasks: 16, done: 16, failed, missing: [] };
    const summary = renderSummary(swarmReportOf({ outcome, coverage }));
    expect(summary).toContain(`## Swarm \`swarm\`: ${title}\n`);
  });

  it("sets what was measured beside what was planned, and says why there were so many workers", () => {
    expect(eventful).toContain("| Time | 1 min 35 s | 1 min 28 s |");
    expect(eventful).toContain("| Lower bound | 1 min 28 s | 1 min 22 s |");
    expect(eventful).toContain("| ρ (time over bound) | 1.08 | 1.07 |");
    expect(eventful).toContain("A third worker would cost more than the time it saves.");
  });

  it("says what was billed and bought nothing, and how often the API was asked", () => {
    expect(eventful).toContain(
      "3 jobs billed 5 minutes ($0.0300); 1.4 of them bought nothing, as each job rounds up",
    );
    expect(eventful).toContain("3 requests to GitHub's API, with 4,990 of 5,000 left until");
  });

  it("says that nothing was asked where nothing was", () => {
    const summary = renderSummary(swarmReportOf({ apiRequests: 0, apiLimit: null }));
    expect(summary).toContain(
      "0 requests to GitHub's API: artifacts and caches are no part of it.",
    );
  });

  it("calls unknown what is unknown", () => {
    const { figures } = swarmReportOf();
    const summary = renderSummary(
      swarmReportOf({
        figures: { ...figures, lowerBound: null, rho: null, costUsd: null, billed: "at-least" },
        apiRequests: null,
      }),
    );
    expect(summary).toContain("| Lower bound | 1 min 28 s | unknown |");
    expect(summary).toContain("billed at least 5 minutes (the runners' price is not known)");
    expect(summary).toContain("How many requests went to GitHub's API is not known.");
  });

  it("lists what is missing with its reason, and what failed", () => {
    expect(eventful).toContain("- `test/lost.test.ts`: block 1 of worker 2 was claimed");
    expect(eventful).toContain("### Failed: 1 task\n\n- `test/slow.test.ts`");
  });

  it("counts reasons where many tasks are missing", () => {
    const { report } = hugeDashboard(2, 1000, 4);
    const summary = renderSummary(report);
    expect(summary).toContain("- 500 tasks: nobody came to it\n");
    expect(summary).toContain("And 400 tasks more.");
  });

  it("shows votes with their dissent, what was not decided first", () => {
    expect(eventful).toContain("### Votes: 2 items decided, 1 not, 2 with dissent");
    expect(eventful).toContain("Asked for dawid-skene, decided by weighted.");
    const rows = eventful.split("\n").filter((line) => line.startsWith("| issue"));
    expect(rows).toEqual([
      "| issue 13 | **not decided** | 90.0 % | bug 1, idea 1 | two | three |",
      "| issue 12 | bug | 90.0 % | bug 1, idea 1 | two | three |",
      "| issue 11 | bug | 90.0 % | bug 1, idea 1 |  |  |",
    ]);
  });

  it("tells of providers that were given up, and of tokens with their cost", () => {
    expect(eventful).toContain("| beta | given up | 5 | 5 | 503 from `beta` |");
    expect(eventful).toContain("12,400 input tokens, 800 output tokens, cost at least $0.21.");
  });

  it("marks workers that were lost, in the table and in the diagram", () => {
    expect(eventful).toContain("| worker 2 (lost) | 4 | 1 | 2 | 0 | 28.0 s |");
    expect(eventful).toContain("section worker 2 (lost)");
  });

  it.each([
    ["100,000 tasks on 256 workers", hugeDashboard(256, 100_000, 60)],
    ["hostile words", hostileDashboard()],
  ])("stays far below a job summary's 1 MiB: %s", (_name, { report }) => {
    expect(Buffer.byteLength(renderSummary(report))).toBeLessThan(400_000);
  });

  it("makes no link, image, heading, mention or element of hostile words", () => {
    const html = micromark(renderSummary(hostileDashboard().report), {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    });
    const tags = html.match(/<[^>]*>/g) ?? [];
    const ours =
      /^<\/?(h[23]|p|ul|li|code|pre|table|thead|tbody|tr|t[hd]|strong|details|summary)( (class="language-mermaid"|align="right"))?>$/;
    expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
    expect(html.match(/<h[23]>[^<]*/g)?.filter((title) => title.includes("heading"))).toEqual([]);
    const outsideOfCode = html.replace(/<code[^>]*>[^<]*<\/code>/g, "");
    expect(outsideOfCode).not.toMatch(/@org|[^&]#1\b/);
    expect(html).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  });

  it("has no diagram where nobody worked", () => {
    const nobody = renderSummary(swarmReportOf({ workers: [], jobs: [] }));
    expect(nobody).not.toContain("mermaid");
    expect(nobody).toContain("No job was billed");
    expect(
      renderSummary(swarmReportOf({ workers: [workerReportOf(0, { spans: [] })] })),
    ).not.toContain("mermaid");
  });
});
