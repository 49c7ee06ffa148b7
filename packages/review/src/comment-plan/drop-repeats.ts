import { canonicalJson } from "@swarm-actions/core";
import type { PanelFinding } from "../merge/model.ts";
import type { CommentPlan } from "./model.ts";

/** Keeps one of the findings that say the same in the same place. */
export function dropRepeats(findings: readonly PanelFinding[]): {
  readonly kept: readonly PanelFinding[];
  readonly dropped: CommentPlan["dropped"];
} {
  const first = new Map<string, PanelFinding>();
  for (const finding of disputedLast(findings)) {
    const key = keyOf(finding);
    if (!first.has(key)) first.set(key, finding);
  }
  const isFirst = (finding: PanelFinding): boolean => first.get(keyOf(finding)) === finding;
  const reason = "another finding says the same in the same place";
  return {
    kept: findings.filter(isFirst),
    dropped: findings
      .filter((finding) => !isFirst(finding))
      .map((finding) => ({ finding, reason })),
  };
}

/** A disputed finding must not keep one from being posted that the panel stands by. */
function disputedLast(findings: readonly PanelFinding[]): readonly PanelFinding[] {
  const isDisputed = ({ standing }: PanelFinding): boolean => standing === "disputed";
  return [...findings.filter((one) => !isDisputed(one)), ...findings.filter(isDisputed)];
}

function keyOf({ place, message }: PanelFinding): string {
  return canonicalJson([place, message.toLowerCase().replace(/\s+/g, " ").trim()]);
}
