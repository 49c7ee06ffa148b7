import { visibleJson } from "@swarm-actions/display";
import type { PanelFinding } from "@swarm-actions/review";
import type { Log, Run } from "sarif";
import { isDisputed } from "../group.ts";
import type { ReviewReport } from "../model.ts";
import { placeName } from "../wording.ts";
import { invocationOf } from "./invocation.ts";
import { sarifResults } from "./results.ts";

const mostDisputed = 500;

/**
 * A review as SARIF 2.1.0 that GitHub's code scanning accepts. An alert is a claim, so disputed
 * findings are not results; `runs[0].properties.disputed` lists them.
 */
export function renderSarif(report: ReviewReport): string {
  return `${visibleJson(JSON.stringify(logOf(report), null, 2))}\n`;
}

function logOf(report: ReviewReport): Log {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [runOf(report)],
  };
}

function runOf(report: ReviewReport): Run {
  const { result, tool } = report;
  const counting = result.findings.filter((finding) => !isDisputed(finding));
  const { rules, results } = sarifResults(counting, report);
  return {
    tool: {
      driver: {
        name: "swarm-actions",
        semanticVersion: tool.version,
        rules,
      },
    },
    automationDetails: { id: "swarm-actions/" },
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top of the repository." } } },
    columnKind: "utf16CodeUnits",
    invocations: [invocationOf(report, counting.length - results.length)],
    results,
    properties: {
      outcome: result.outcome,
      disputed: result.findings.filter(isDisputed).slice(0, mostDisputed).map(disputedOf),
    },
  };
}

function disputedOf(finding: PanelFinding): Record<string, unknown> {
  const { rule, severity, fingerprint, votes } = finding;
  return { place: placeName(finding), rule, severity, fingerprint, votes };
}
