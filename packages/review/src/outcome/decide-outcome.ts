import { compareText } from "@swarm-actions/core";
import { hasFailed } from "../coverage/has-failed.ts";
import { listSkips } from "../coverage/list-skips.ts";
import { oneLine } from "../coverage/one-line.ts";
import type { PanelFinding } from "../merge/model.ts";
import type { PanelMember } from "../panel.ts";
import type { CoverageLedger, Outcome, OutcomeReason } from "../result.ts";

export interface Verdict {
  readonly outcome: Outcome;
  /** Why nothing or not everything was reviewed, or why the outcome is better than it looks. */
  readonly reasons: readonly OutcomeReason[];
}

/**
 * - `not-run`: no agent worked, or there was text to review and none of it was.
 * - `partial`: a hunk was missed, or an agent failed or left hunks out that others read, whatever was
 *   found.
 * - `findings`: all was reviewed and something is shown, even if the panel disputes it.
 * - `clean`: all was reviewed and nothing is shown. An empty or fully excluded change is clean too: it is
 *   no failure, but a reason says that there was nothing to review.
 * @param fallback why another rule than the one asked for decided about the findings; null: it was that one
 */
export function decideOutcome(
  coverage: CoverageLedger,
  members: readonly PanelMember[],
  findings: readonly PanelFinding[],
  fallback: string | null = null,
): Verdict {
  const lackingAgents = [...failedAgents(members), ...skippedHunks(coverage, members)];
  const notRun = whyNotRun(coverage, members);
  if (notRun !== null) return { outcome: "not-run", reasons: [notRun, ...lackingAgents] };
  const lacking = [...missedHunks(coverage), ...lackingAgents];
  const reasons = [
    ...lacking,
    ...nothingToReview(coverage),
    ...disputedOnly(findings),
    ...otherRule(findings, fallback),
  ];
  if (lacking.length > 0) return { outcome: "partial", reasons };
  return { outcome: findings.length > 0 ? "findings" : "clean", reasons };
}

function whyNotRun(
  { reviewed, carried, missed }: CoverageLedger,
  members: readonly PanelMember[],
): OutcomeReason | null {
  if (members.length === 0) {
    return { code: "no-agent-worked", message: "No agent took part in the review." };
  }
  if (members.every(hasFailed)) {
    return { code: "no-agent-worked", message: "Every agent failed." };
  }
  if (missed === 0 || reviewed + carried > 0) return null;
  return { code: "nothing-reviewed", message: `None of ${count(missed, "hunk")} was reviewed.` };
}

function missedHunks({ reviewed, carried, missed }: CoverageLedger): OutcomeReason[] {
  const all = count(reviewed + carried + missed, "hunk");
  const message = `${missed} of ${all} ${missed === 1 ? "was" : "were"} not reviewed.`;
  return missed === 0 ? [] : [{ code: "hunks-missed", message }];
}

function failedAgents(members: readonly PanelMember[]): OutcomeReason[] {
  const failed = members.filter(hasFailed).sort((a, b) => compareText(a.name, b.name));
  return failed.map(({ name, report }) => {
    const what = report.status === "timed-out" ? "ran out of time" : "failed";
    const why = report.error === null ? "." : `: ${oneLine(report.error.message)}`;
    return { code: "agent-failed", message: `The agent ${name} ${what}${why}` };
  });
}

function skippedHunks(coverage: CoverageLedger, members: readonly PanelMember[]): OutcomeReason[] {
  return listSkips(coverage, members).map(({ agent, hunks, path, reason }) => {
    const where = hunks === 1 ? `in ${oneLine(path)}` : `the first in ${oneLine(path)}`;
    const message = `The agent ${agent} skipped ${count(hunks, "hunk")}, ${where}: ${oneLine(reason)}`;
    return { code: "hunks-skipped", message };
  });
}

function nothingToReview({ reviewed, carried, missed, excluded }: CoverageLedger): OutcomeReason[] {
  if (reviewed + carried + missed > 0) return [];
  const message =
    excluded === 0
      ? "The change is empty: there was nothing to review."
      : "Nothing in the change is text to review.";
  return [{ code: "nothing-to-review", message }];
}

function disputedOnly(findings: readonly PanelFinding[]): OutcomeReason[] {
  const disputed = findings.filter(({ standing }) => standing === "disputed").length;
  if (disputed === 0 || disputed < findings.length) return [];
  const message = `The panel does not agree with ${disputed === 1 ? "the one finding" : `any of the ${disputed} findings`}.`;
  return [{ code: "disputed-only", message }];
}

function otherRule(findings: readonly PanelFinding[], fallback: string | null): OutcomeReason[] {
  if (fallback === null || findings.length === 0) return [];
  return [{ code: "other-rule", message: `${fallback} Weighted majority decided instead.` }];
}

function count(number: number, noun: string): string {
  return number === 1 ? `one ${noun}` : `${number} ${noun}s`;
}
