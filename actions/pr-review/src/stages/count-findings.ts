import type { Kit } from "@swarm-actions/action-kit";
import { type IgnoredFinding, silence } from "@swarm-actions/publication";
import { isDisputed } from "@swarm-actions/report";
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

export function countFindings(result: ReviewResult, ignored: readonly IgnoredFinding[]): Counted {
  const { result: left, silenced } = silence(result, ignored);
  return {
    outcome: left.outcome,
    findings: left.findings.filter((finding) => !isDisputed(finding)),
    ignored: silenced.length,
  };
}

/** Gives the numbers by severity as outputs. */
export function tellCounts(kit: Kit, findings: readonly PanelFinding[]): void {
  kit.output("findings", findings.length);
  for (const severity of severities) {
    kit.output(severity, findings.filter((one) => one.severity === severity).length);
  }
}
