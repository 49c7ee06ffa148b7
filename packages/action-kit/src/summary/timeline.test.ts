import { expect, test } from "vitest";
import { timelineOf } from "./timeline.ts";

test("bars stand where each stage stood in the run", () => {
  const text = timelineOf([
    { name: "Read", startedAt: 0, durationMs: 500, status: "done" },
    { name: "Review", startedAt: 500, durationMs: 1500, status: "failed" },
  ]);
  expect(text).toContain("| Read | 500 ms | `██████··················` |");
  expect(text).toContain("| Review (failed) | 1.5 s | `······██████████████████` |");
});

test("a moment is still seen, and nothing comes of nothing", () => {
  const text = timelineOf([
    { name: "Long", startedAt: 0, durationMs: 100_000, status: "done" },
    { name: "Blink", startedAt: 100_000, durationMs: 0, status: "done" },
  ]);
  expect(text).toContain("·█` |");
  expect(timelineOf([])).toBe("");
});
