import { visibleJson } from "@swarm-actions/display";
import {
  type AgentReport,
  type CommentPlan,
  type CoverageEntry,
  encodeState,
  type ReviewResult,
  type Usage,
} from "@swarm-actions/review";
import type { ReviewReport } from "../model.ts";
import { jsonFinding } from "./finding.ts";
import type { JsonReport } from "./schema.ts";

/**
 * A review as data, in the documented format (version 1). Everything is spelled out here, so that a
 * change of the domain's types cannot change the format by accident.
 */
export function renderJson(report: ReviewReport): string {
  return `${visibleJson(JSON.stringify(jsonReportOf(report), null, 2))}\n`;
}

function jsonReportOf({ result, change, rules, tool, ...times }: ReviewReport): JsonReport {
  const { title, baseSha, headSha, files } = change;
  return {
    version: 1,
    tool: { name: "swarm-actions", version: tool.version },
    startedAt: times.startedAt ?? null,
    durationMs: times.durationMs ?? null,
    change: { title, baseSha, headSha, files: files.length },
    outcome: result.outcome,
    reasons: result.reasons.map(({ code, message }) => ({ code, message })),
    findings: result.findings.map(jsonFinding),
    coverage: jsonCoverage(result),
    agents: result.agents.map(jsonAgent),
    usage: jsonUsage(result.usage),
    commentPlan: jsonPlan(result.commentPlan),
    incremental: jsonIncremental(result),
    rules: jsonRules(result, rules),
    state: encodeState(result.state),
  };
}

function jsonCoverage({ coverage }: ReviewResult): JsonReport["coverage"] {
  const { reviewed, carried, excluded, missed, entries } = coverage;
  return { reviewed, carried, excluded, missed, entries: entries.map(jsonEntry) };
}

function jsonEntry(entry: CoverageEntry): JsonReport["coverage"]["entries"][number] {
  const { path, hunk, newStart, newCount, oldStart, oldCount, coverage } = entry;
  return {
    ...{ path, hunk, newStart, newCount, oldStart, oldCount },
    status: coverage.status,
    agents: coverage.status === "reviewed" ? [...coverage.agents] : [],
    reason: "reason" in coverage ? coverage.reason : null,
  };
}

function jsonAgent(agent: AgentReport): JsonReport["agents"][number] {
  const { name, provider, status, error, durationMs, findings } = agent;
  return {
    ...{ name, provider, status },
    error: error && { code: error.code, message: error.message, fix: error.fix },
    ...{ durationMs, findings },
    corrections: agent.corrections.map(({ kind, reason, count }) => ({ kind, reason, count })),
    usage: jsonUsage(agent.usage),
    ...(agent.trust === undefined ? {} : { trust: agent.trust }),
  };
}

function jsonUsage(usage: Usage | null): JsonReport["usage"] {
  if (usage === null) return null;
  const { requests, inputTokens, outputTokens, costUsd } = usage;
  return { requests, inputTokens, outputTokens, costUsd };
}

function jsonPlan({ inline, fileLevel, summary, dropped, counts }: CommentPlan) {
  const planned = (items: CommentPlan["dropped"]) =>
    items.map(({ finding, reason }) => ({ fingerprint: finding.fingerprint, reason }));
  return {
    counts: { posted: counts.posted, demoted: counts.demoted, dropped: counts.dropped },
    inline: inline.map(({ fingerprint }) => fingerprint),
    fileLevel: planned(fileLevel),
    summary: planned(summary),
    dropped: planned(dropped),
  };
}

function jsonIncremental({ incremental }: ReviewResult): JsonReport["incremental"] {
  const nothing = { carriedHunks: 0, reason: null };
  return { ...nothing, ...incremental };
}

function jsonRules({ findings }: ReviewResult, rules: ReviewReport["rules"]): JsonReport["rules"] {
  const named = new Set(findings.map(({ rule }) => rule));
  return rules
    .filter(({ id }) => named.has(id))
    .map(({ id, title, severity, category, why, fix }) => {
      return { id, title, severity, category, why, fix };
    });
}
