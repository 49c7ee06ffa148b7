import { expect, test } from "vitest";
import { panelFindingOf, resultOf } from "../../../../test/support/report.ts";
import { silence } from "./silence.ts";

const findings = Array.from({ length: 40 }, (_, at) =>
  panelFindingOf({ fingerprint: at.toString(16).padStart(16, "0"), members: [] }),
);
const ignored = findings.map(({ fingerprint: id }) => ({ id, reason: "r".repeat(300), by: "ada" }));

test("a review of which all is ignored is clean", () => {
  const result = resultOf({ outcome: "findings", findings: findings.slice(0, 3) });
  const silenced = silence(result, ignored.slice(0, 3));
  expect(silenced.result).toMatchObject({ outcome: "clean", findings: [] });
  expect(silenced).toMatchObject({ droppedIgnored: 0, ignored: ignored.slice(0, 3) });
});

test("what the summary has no room to remember counts again", () => {
  const result = resultOf({ outcome: "findings", findings });
  const { silenced, result: left, droppedIgnored } = silence(result, ignored);
  expect(droppedIgnored).toBeGreaterThan(0);
  expect(left.outcome).toBe("findings");
  expect(left.findings).toEqual(findings.slice(0, droppedIgnored));
  expect(silenced).toHaveLength(findings.length - droppedIgnored);
});
