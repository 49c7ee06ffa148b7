import { describe, expect, it } from "vitest";
import { spanOf, workerReportOf } from "../../../test/support/swarm-report.ts";
import { timelineOf } from "./timeline.ts";

const all = { mostRows: 100, mostBars: 100 };

describe("the timeline", () => {
  it("counts seconds from the first worker that was ready", () => {
    const { rows, end } = timelineOf([workerReportOf(0), workerReportOf(1)], all);
    expect(rows[0]?.bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 40],
      [42, 88],
    ]);
    expect(end).toBe(90);
  });

  it("tells own, stolen, speculative and recovered blocks apart", () => {
    const spans = [spanOf(0, 1), spanOf(1, 2, "stolen"), spanOf(2, 3, "speculative")];
    const { rows } = timelineOf(
      [workerReportOf(0, { spans }), workerReportOf(0, { epoch: 1, spans })],
      all,
    );
    expect(rows.map(({ bars }) => bars.map(({ kind }) => kind))).toEqual([
      ["own", "stolen", "speculative"],
      ["recovered", "stolen", "speculative"],
    ]);
    expect(rows.map(({ name }) => name)).toEqual(["worker 0", "worker 0, round 2"]);
  });

  it("keeps the workers that ended last, in their order, and counts the others", () => {
    const workers = [30, 90, 10, 60].map((to, worker) =>
      workerReportOf(worker, { spans: [spanOf(0, to)], at: 0 }),
    );
    const { rows, omitted } = timelineOf(workers, { ...all, mostRows: 2 });
    expect(rows.map(({ name }) => name)).toEqual(["worker 1", "worker 3"]);
    expect(omitted).toBe(2);
  });

  it("puts neighbours together when there are too many, and loses none of their tasks", () => {
    const spans = Array.from({ length: 100 }, (_, index) =>
      spanOf(index, index + 1, index === 50 ? "stolen" : "own", { tasks: 3 }),
    );
    const { rows, isMerged } = timelineOf([workerReportOf(0, { spans })], { ...all, mostBars: 8 });
    const bars = rows[0]?.bars ?? [];
    expect(isMerged).toBe(true);
    expect(bars.length).toBeLessThanOrEqual(8);
    expect(bars.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(300);
    expect(bars.every(({ kind }) => kind === "own")).toBe(true);
  });

  it("draws nothing further off than a workflow can last", () => {
    const { end, rows } = timelineOf([workerReportOf(0, { spans: [spanOf(1e15, -1e15)] })], all);
    expect(end).toBeLessThanOrEqual(35 * 24 * 3600);
    expect(rows[0]?.bars[0]?.from).toBeGreaterThanOrEqual(0);
  });
});
