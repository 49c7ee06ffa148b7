import { counted } from "@swarm-actions/display";
import type { AgentReport, HunkCoverage, PanelFinding, ReviewResult } from "@swarm-actions/review";
import { isDisputed } from "./group.ts";

/** What came out, in one plain sentence; the result's `reasons` say the rest. */
export function outcomeSentence(result: ReviewResult): string {
  const found = countAgreed(result);
  switch (result.outcome) {
    case "clean":
      return result.reasons.some(({ code }) => code === "nothing-to-review")
        ? "Clean: there was nothing to review."
        : "Clean: everything was reviewed and nothing was found.";
    case "findings":
      return found === 0
        ? "Everything was reviewed; the panel agrees on none of the findings."
        : `${counted(found, "finding")}; everything was reviewed.`;
    case "partial":
      return found === 0
        ? "Partly reviewed; nothing was found in what was looked at."
        : `Partly reviewed; ${counted(found, "finding")} in what was looked at.`;
    case "not-run":
      return "Not reviewed: nothing is known about this change.";
  }
}

/** The outcome in a few words. */
export function outcomeTitle(result: ReviewResult): string {
  const found = countAgreed(result);
  switch (result.outcome) {
    case "clean":
      return "Clean";
    case "findings":
      return found === 0 ? "Nothing agreed on" : counted(found, "finding");
    case "partial":
      return found === 0 ? "Partly reviewed" : `${counted(found, "finding")}, partly reviewed`;
    case "not-run":
      return "Not reviewed";
  }
}

function countAgreed(result: ReviewResult): number {
  return result.findings.filter((finding) => !isDisputed(finding)).length;
}

/** `12 of 14 parts of the change reviewed, 1 carried over, 1 excluded.` */
export function coverageSentence({ coverage }: ReviewResult): string {
  const { entries, reviewed, carried, excluded, missed } = coverage;
  const parts = [
    `${reviewed.toLocaleString("en-US")} of ${counted(entries.length, "part")} of the change reviewed`,
    carried > 0 ? `${carried} carried over from the last review` : "",
    excluded > 0 ? `${excluded} left out on purpose` : "",
    missed > 0 ? `${missed} missed` : "",
  ];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}

/** How the last review was used; empty where there was none. */
export function incrementalSentence({ incremental }: ReviewResult): string {
  switch (incremental.mode) {
    case "first":
      return "";
    case "incremental":
      return `Only what changed since the last review was looked at again; ${counted(incremental.carriedHunks, "part")} carried over.`;
    case "full":
      return `Nothing was carried over: ${incremental.reason}.`;
  }
}

/** `2 of 3 agents`, counting those that had a vote. */
export function voteSentence({ votes }: PanelFinding): string {
  const voters = votes.yes.length + votes.no.length;
  if (voters === 1) return "the only agent in scope";
  return `${votes.yes.length} of ${voters} agents`;
}

/** What a standing means to the reader. */
export const standingWords = {
  agreed: "agreed",
  lone: "lone voice",
  disputed: "disputed",
} as const;

export const standingMeaning = {
  agreed: "The panel's rule is met.",
  lone: "The panel's rule is not met; kept because it is grave.",
  disputed: "The panel's rule is not met; shown, but it does not count.",
} as const;

export const statusWords: Readonly<Record<AgentReport["status"], string>> = {
  ok: "ok",
  failed: "failed",
  "timed-out": "timed out",
  unhealthy: "not available",
  "nothing-in-scope": "nothing in scope",
};

/** Whether the agent could not do its part. */
export function didFail({ status }: AgentReport): boolean {
  return status === "failed" || status === "timed-out" || status === "unhealthy";
}

/** `path:3`, `path:3-5`, `path` or `the whole change`. Raw: make it visible before showing it. */
export function placeName({ place }: Pick<PanelFinding, "place">): string {
  if (place.kind === "change") return "the whole change";
  if (place.kind === "file") return place.path;
  return `${place.path}:${lineRange(place)}`;
}

/** `3` or `3-5`, with `(before)` when the lines are those of the old side. */
export function lineRange(place: {
  readonly side: "old" | "new";
  readonly startLine: number;
  readonly endLine: number;
}): string {
  const { startLine, endLine, side } = place;
  const lines = startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;
  return side === "old" ? `${lines} (before)` : lines;
}

/** What happened to one part of the change, and why. Raw: make it visible before showing it. */
export function coverageWords(coverage: HunkCoverage): string {
  switch (coverage.status) {
    case "reviewed":
      return `reviewed by ${coverage.agents.join(", ")}`;
    case "carried":
      return "unchanged since the last review";
    case "excluded":
    case "missed":
      return coverage.reason;
  }
}

/** The same in a word or two. */
export const coverageStatus: Readonly<Record<HunkCoverage["status"], string>> = {
  reviewed: "reviewed",
  carried: "carried over",
  excluded: "left out on purpose",
  missed: "missed",
};
