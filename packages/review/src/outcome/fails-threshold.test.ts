import { expect, test } from "vitest";
import { panelFindingOf } from "../../../../test/support/report.ts";
import { failsThreshold } from "./fails-threshold.ts";

test.each([
  ["high", "high", "agreed", true],
  ["critical", "high", "agreed", true],
  ["medium", "high", "agreed", false],
  ["high", "low", "lone", true],
  ["critical", "info", "disputed", false],
] as const)("a %s finding against %s, when %s: %s", (severity, threshold, standing, fails) => {
  expect(failsThreshold({ findings: [panelFindingOf({ severity, standing })] }, threshold)).toBe(
    fails,
  );
});

test("nothing found passes every threshold", () => {
  expect(failsThreshold({ findings: [] }, "info")).toBe(false);
});
