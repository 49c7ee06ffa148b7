import type { Kit } from "@swarm-actions/action-kit";
import type { IgnoredFinding } from "@swarm-actions/publication";
import {
  type Outcome,
  type PanelFinding,
  type ReviewResult,
  severities,
} from "@swarm-actions/review";

/** What is left of a result once the findings that nobody wants to hear of are taken out. */
export interface Counted {
  /** `findings` becomes `clean` when none is left. */
  readonly outcome: Outcome;
  /** Those that count; disputed ones do not. */
  readonly findings: readonly PanelFinding[];
  /** How many somebody ignores. */
  readonly ignored: number;
}

export function countFindings(
  { outcome, findings }: ReviewResult,
  ignored: readonly IgnoredFinding[],
): Counted {
  const ids = new Set(ignored.map(({ id }) => id));
  const left = findings.filter(
    ({ fingerprint, members }) =>
      !ids.has(fingerprint) && !members.some((member) => ids.has(member.fingerprint)),
  );
  return {
    outcome: outcome === "findings" && left.length === 0 ? "clean" : outcome,
    findings: left.filter(({ standing }) => standing !== "disputed"),
    ignored: findings.length - left.length,
  };
}

/** Gives the numbers by severity as outputs. */
export function tellCounts(kit: Kit, findings: readonly PanelFinding[]): void {
  kit.output("findings", findings.length);
  for (const severity of severities) {
    kit.output(severity, findings.filter((one) => one.severity === severity).length);
  }
}
