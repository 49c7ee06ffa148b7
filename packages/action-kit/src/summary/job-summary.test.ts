import { expect, test } from "vitest";
import { createJobSummary } from "./job-summary.ts";

test("sections come in order and the timeline last", () => {
  const summary = createJobSummary();
  summary.add("# One");
  summary.add("Two");
  const stages = [{ name: "Read", startedAt: 0, durationMs: 1, status: "done" as const }];
  expect(summary.compose(stages)).toMatch(/^# One\n\nTwo\n\n### Timeline\n/);
});

test("more than GitHub takes is cut between characters, and says so", () => {
  const summary = createJobSummary();
  summary.add("€".repeat(400_000));
  const text = summary.compose([]);
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(text).toMatch(/€\n\n_The rest does not fit/);
});
