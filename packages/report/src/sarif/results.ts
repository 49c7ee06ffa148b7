import type { PanelFinding } from "@swarm-actions/review";
import type { ReportingDescriptor, Result } from "sarif";
import type { ReviewReport } from "../model.ts";
import { indexRules } from "../rule-index.ts";
import { sarifResult } from "./result.ts";
import { describeRule, ruleId } from "./rule.ts";

/** GitHub stores 5,000 results of a run and refuses files above 10 MB (compressed). */
const mostResults = 5000;
const mostBytes = 9_000_000;

/** Results and the rules that they name by index. */
export interface SarifResults {
  readonly rules: ReportingDescriptor[];
  readonly results: Result[];
}

/** As many results as GitHub takes; findings come worst first, so the mildest are left out. */
export function sarifResults(
  findings: readonly PanelFinding[],
  { rules: docs, change }: ReviewReport,
): SarifResults {
  const known = indexRules(docs);
  const indices = new Map<string, number>();
  const rules: ReportingDescriptor[] = [];
  const results: Result[] = [];
  let bytes = 0;
  for (const finding of findings.slice(0, mostResults)) {
    const index = indices.get(ruleId(finding)) ?? rules.length;
    const rule = index === rules.length ? describeRule(finding, known.get(finding.rule)) : null;
    const result = sarifResult(finding, index, change);
    bytes += sizeOf(result) + (rule === null ? 0 : sizeOf(rule));
    if (bytes > mostBytes) break;
    if (rule !== null) indices.set(rule.id, rules.push(rule) - 1);
    results.push(result);
  }
  return { rules, results };
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
