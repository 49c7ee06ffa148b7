import { describe, expect, it } from "vitest";
import { resultOf } from "../../../../test/support/swarm-builders.ts";
import {
  eventfulDashboard,
  hostileDashboard,
  hugeDashboard,
  swarmReportOf,
} from "../../../../test/support/swarm-report.ts";
import { renderText } from "./render-text.ts";

const plain = { color: false, width: 100 };

describe("the summary at a terminal", () => {
  it("ends with the outcome, where people look", () => {
    const lines = renderText(swarmReportOf(), plain).trimEnd().split("\n");
    expect(lines.slice(-2)).toEqual([
      "Complete",
      "  16 of 16 tasks have a result; none failed; none is missing.",
    ]);
  });

  it("says what happened in order: figures, votes, health, failed, missing", () => {
    const text = renderText(eventfulDashboard().report, plain);
    const titles = text.split("\n").filter((line) => /^[A-Z]/.test(line));
    expect(titles).toEqual([
      "Time and cost",
      "Votes",
      "Agents' health",
      "Failed",
      "Missing",
      "Partial: 1 task missing",
    ]);
    expect(text).toContain("beta: given up, 5 of 5 failed: 503 from `beta`");
    expect(text).toContain("test/lost.test.ts: block 1 of worker 2 was claimed");
  });

  it("says why tasks failed, where that is known", () => {
    const { coverage, ...report } = swarmReportOf();
    const failed = { ...report, coverage: { ...coverage, failed: ["a", "b", "c"] } };
    const because = (key: string, message: string) => {
      const error = { code: "task/failed", message, fix: "Look." };
      const result = resultOf(key, { status: "failed", error });
      return { worker: 0, epoch: 0, attempt: 1, result };
    };
    const results = [
      because("c", "expected 1 to be 2\n    at run (a.js:1)\n    at b.js:2"),
      because("a", "exited with 1:\n\u001b[31mx\n y\nbad end\n"),
      because("b", "no"),
    ];
    const lines = renderText(failed, plain, results).split("\n");
    expect(lines).toContain("  a: exited with 1: … bad end");
    expect(lines).toContain("  b: no");
    expect(lines).toContain("  c: expected 1 to be 2");
  });

  it("stays short, whatever the swarm was", () => {
    const text = renderText(hugeDashboard(256, 100_000, 2).report, plain);
    expect(text.split("\n").length).toBeLessThan(60);
    expect(text).toContain("… and 49,990 more");
  });

  it("lets nothing reach the terminal raw, and fits its width", () => {
    const text = renderText(hostileDashboard().report, { ...plain, width: 80 });
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
