import { describe, expect, test } from "vitest";
import { findingOf } from "../../../../test/support/finding.ts";
import type { Finding } from "../finding/model.ts";
import { clusterFindings } from "./cluster-findings.ts";
import scenes from "./scenes.json" with { type: "json" };

type Scene = (typeof scenes)[number];

/** All remarks of a scene, on one line and in one category; the fault they are about as fingerprint. */
function remarksOf({ faults }: Scene): readonly Finding[] {
  return faults.flatMap((remarks, fault) =>
    remarks.map(([rule = "", message = ""]) => {
      const agent = rule.split("/")[0] ?? "";
      return findingOf({ agent, rule, message, fingerprint: String(fault) });
    }),
  );
}

const faultsIn = (group: readonly Finding[]): number =>
  new Set(group.map(({ fingerprint }) => fingerprint)).size;

describe("on one line and in one category, by words alone", () => {
  test.each(scenes)("no two faults become one: $scene", (scene) => {
    const groups = clusterFindings(remarksOf(scene));
    expect(groups.map(faultsIn)).toEqual(groups.map(() => 1));
  });

  test.each([
    ["tuning", 0.05],
    ["held-out", 0.5],
  ] as const)("few faults of the %s scenes are left in pieces", (kind, inPieces) => {
    const chosen = scenes.filter((scene) => scene.kind === kind);
    const faults = chosen.reduce((sum, scene) => sum + scene.faults.length, 0);
    const groups = chosen.flatMap((scene) => clusterFindings(remarksOf(scene))).length;
    expect(groups).toBeGreaterThanOrEqual(faults);
    expect(groups).toBeLessThanOrEqual(faults * (1 + inPieces));
  });
});
