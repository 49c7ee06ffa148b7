import { describe, expect, it } from "vitest";
import { hostileWords, swarmReportOf } from "../../../../test/support/swarm-report.ts";
import { renderPlan, type ShownPlan } from "./render-plan.ts";

function planOf(overrides: Partial<ShownPlan> = {}): ShownPlan {
  return {
    key: "swarm",
    epoch: 0,
    topology: "flat",
    mode: "queue",
    tasks: [],
    predictions: [
      { mean: 2, variance: 0, from: "history" },
      { mean: 2, variance: 0, from: "kind" },
    ],
    choice: swarmReportOf().plan.choice,
    ...overrides,
  };
}

describe("the summary of a plan", () => {
  it("says how many do what, why, and what it will come to", () => {
    const summary = renderPlan(planOf());
    expect(summary).toContain("## Plan of swarm `swarm`: 0 tasks for 2 workers");
    expect(summary).toContain("A third worker would cost more than the time it saves");
    expect(summary).toContain(
      "- Expected: 1 min 35 s; no schedule ends before 1 min 28 s (ρ 1.08).",
    );
    expect(summary).toContain("- Durations: 1 of 2 known from runs before.");
  });

  it("shows what each number of workers would come to, with the one that was chosen", () => {
    const rows = renderPlan(planOf())
      .split("\n")
      .filter((line) => /^\| (\*|\d)/.test(line));
    expect(rows).toEqual([
      "| 1 | 2 min 55 s | 3 | $0.0180 |",
      "| **2** | 1 min 35 s | 4 | $0.0240 |",
      "| 3 | 1 min 8 s | 5 | $0.0300 |",
      "| 4 | 55.0 s | 6 | $0.0360 |",
    ]);
  });

  it("keeps both ends and the chosen one of a long curve", () => {
    const choice = swarmReportOf().plan.choice;
    const curve = Array.from({ length: 256 }, (_, index) => ({
      ...choice.expected,
      workers: index + 1,
    }));
    const rows = renderPlan(planOf({ choice: { ...choice, workers: 101, curve } }))
      .split("\n")
      .filter((line) => /^\| (\*|\d)/.test(line));
    expect(rows.length).toBeLessThanOrEqual(20);
    expect(rows[0]).toMatch(/^\| 1 /);
    expect(rows.at(-1)).toMatch(/^\| 256 /);
    expect(rows.some((row) => row.startsWith("| **101**"))).toBe(true);
  });

  it("names the round of a further plan, and lets no words of the plan become Markdown", () => {
    const why = hostileWords.join(" ");
    const summary = renderPlan(
      planOf({ epoch: 1, choice: { ...swarmReportOf().plan.choice, why } }),
    );
    expect(summary).toContain("swarm`, round 2:");
    expect(summary).not.toMatch(/<script|(?<!\\)\]\(javascript|@org/);
  });
});
