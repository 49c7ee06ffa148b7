import type { ReviewReport } from "@swarm-actions/report";
import {
  type AgentReport,
  type Change,
  type CommentPlan,
  type CoverageEntry,
  type CoverageLedger,
  type Finding,
  type HunkCoverage,
  type PanelFinding,
  type ReviewResult,
  type RuleDoc,
  severities,
} from "@swarm-actions/review";
import { findingOf } from "./finding.ts";

/** One finding of the panel; unless said otherwise one agent said it and nobody else voted. */
export function panelFindingOf(overrides: Partial<PanelFinding> = {}): PanelFinding {
  const speaker = findingOf({
    rule: "model/correctness",
    message: "This is wrong. Make it right.",
    confidence: 0.9,
    agent: "model",
    provider: "model",
    ...pick(overrides),
  });
  return {
    ...speaker,
    agents: [speaker.agent],
    votes: { yes: [speaker.agent], no: [], missing: [] },
    standing: "agreed",
    members: [speaker],
    ...overrides,
  };
}

/** An agent that worked. */
export function agentOf(overrides: Partial<AgentReport> = {}): AgentReport {
  const name = overrides.name ?? "model";
  return {
    name,
    provider: name,
    status: "ok",
    error: null,
    durationMs: 120,
    findings: 0,
    corrections: [],
    usage: null,
    ...overrides,
  };
}

/** A result that fits its findings: counts, outcome and comment plan follow from them. */
export function resultOf(overrides: Partial<ReviewResult> = {}): ReviewResult {
  const findings = overrides.findings ?? [];
  const counted = findings.filter((finding) => finding.standing !== "disputed");
  return {
    outcome: counted.length === 0 ? "clean" : "findings",
    reasons: [],
    findings,
    coverage: ledgerOf([]),
    agents: [agentOf()],
    usage: null,
    commentPlan: planOf(findings),
    state: { version: 1, panel: "0123456789abcdef".repeat(4), hunks: [], findings: [] },
    incremental: { mode: "first" },
    ...overrides,
  };
}

export function emptyChange(overrides: Partial<Change> = {}): Change {
  return {
    title: "",
    description: "",
    baseSha: null,
    headSha: null,
    files: [],
    repositoryPaths: [],
    ...overrides,
  };
}

export function reportOf(
  result: Partial<ReviewResult> = {},
  overrides: Partial<ReviewReport> = {},
): ReviewReport {
  return {
    result: resultOf(result),
    change: emptyChange(),
    rules: [],
    tool: { version: "0.1.0" },
    ...overrides,
  };
}

export function ledgerOf(
  entries: readonly CoverageEntry[],
  counts: Partial<CoverageLedger> = {},
): CoverageLedger {
  const having = (status: HunkCoverage["status"]): number =>
    entries.filter(({ coverage }) => coverage.status === status).length;
  return {
    entries,
    reviewed: having("reviewed"),
    carried: having("carried"),
    excluded: having("excluded"),
    missed: having("missed"),
    ...counts,
  };
}

/** One entry a hunk, or one a file where it has none. */
export function entriesOf(
  change: Change,
  coverage: (path: string, hunk: number | null) => HunkCoverage,
): CoverageEntry[] {
  return change.files.flatMap(({ diff: { path, hunks } }) =>
    (hunks.length === 0 ? [null] : hunks).map((hunk, index): CoverageEntry => {
      const at = hunk === null ? null : index;
      return {
        path,
        hunk: at,
        newStart: hunk?.newStart ?? 0,
        newCount: hunk?.newCount ?? 0,
        oldStart: hunk?.oldStart ?? 0,
        oldCount: hunk?.oldCount ?? 0,
        coverage: coverage(path, at),
      };
    }),
  );
}

export function ruleOf(overrides: Partial<RuleDoc> = {}): RuleDoc {
  return {
    id: "model/correctness",
    title: "A fault",
    severity: "medium",
    category: "correctness",
    why: "It goes wrong.",
    fix: "Mend it.",
    flagged: [],
    clean: [],
    ...overrides,
  };
}

function planOf(findings: readonly PanelFinding[]): CommentPlan {
  const inline = findings.filter(
    ({ place, standing }) => place.kind === "lines" && standing !== "disputed",
  );
  const fileLevel = findings
    .filter(({ place, standing }) => place.kind === "file" && standing !== "disputed")
    .map((finding) => ({ finding, reason: "whole-file" as const }));
  const summary = findings
    .filter(({ place, standing }) => place.kind === "change" || standing === "disputed")
    .map((finding) => ({
      finding,
      reason: finding.standing === "disputed" ? ("disputed" as const) : ("whole-change" as const),
    }));
  const demoted = fileLevel.length + summary.length;
  return {
    inline,
    fileLevel,
    summary,
    dropped: [],
    counts: { posted: inline.length, demoted, dropped: 0 },
  };
}

function pick(overrides: Partial<PanelFinding>): Partial<Finding> {
  const { agents: _a, votes: _v, standing: _s, members: _m, ...own } = overrides;
  return own;
}

/** Worst first, as a review gives them. */
export function worstFirst(findings: readonly PanelFinding[]): PanelFinding[] {
  return [...findings].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
