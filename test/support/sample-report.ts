import type { ReviewReport } from "@swarm-actions/report";
import type {
  AgentReport,
  Change,
  CoverageEntry,
  Finding,
  HunkCoverage,
  PanelFinding,
  Place,
  Usage,
} from "@swarm-actions/review";
import {
  agentOf,
  entriesOf,
  ledgerOf,
  panelFindingOf,
  resultOf,
  ruleOf,
  worstFirst,
} from "./report.ts";
import { sampleChange } from "./sample-change.ts";

/**
 * A review with everything a report has to show: agreement of three, dissent, a lone voice, a
 * disputed finding, a failed agent, carried and missed parts, suggestions, a binary file, costs.
 */
export function sampleReport(overrides: Partial<ReviewReport> = {}): ReviewReport {
  const change = sampleChange();
  const result = resultOf({
    outcome: "partial",
    reasons: [
      { code: "hunks-missed", message: "1 of 8 parts was not reviewed." },
      { code: "agent-failed", message: "The agent `semgrep` failed." },
    ],
    findings: worstFirst(findings(change)),
    coverage: ledgerOf(coverage(change)),
    agents,
    usage: total,
    incremental: { mode: "incremental", carriedHunks: 1 },
  });
  return {
    result,
    change,
    rules,
    tool: { version: "0.1.0" },
    startedAt: "2026-11-22T09:30:00Z",
    durationMs: 9120,
    ...overrides,
  };
}

const worker = "src/refunds/worker.ts";
const search = "src/orders/search.ts";
const migration = "migrations/007_refunds.sql";
const workflow = ".github/workflows/deploy.yml";

const opus: Usage = { requests: 3, inputTokens: 18_420, outputTokens: 2310, costUsd: 0.1498 };
const local: Usage = { requests: 2, inputTokens: 15_077, outputTokens: 1204, costUsd: null };
const total: Usage = { requests: 5, inputTokens: 33_497, outputTokens: 3514, costUsd: 0.1498 };

const agents: readonly AgentReport[] = [
  agentOf({
    name: "correctness",
    provider: "anthropic",
    durationMs: 8240,
    findings: 5,
    usage: opus,
  }),
  agentOf({ name: "eslint", durationMs: 2310, findings: 2 }),
  agentOf({ name: "hidden-text", durationMs: 6 }),
  agentOf({ name: "leftovers", durationMs: 14, findings: 1 }),
  agentOf({ name: "migrations", durationMs: 9, findings: 2 }),
  agentOf({ name: "secrets", durationMs: 118, findings: 1 }),
  agentOf({
    name: "security",
    provider: "local-model",
    durationMs: 6730,
    findings: 4,
    usage: local,
    corrections: [{ kind: "demoted", reason: "cited a line outside the change", count: 1 }],
  }),
  agentOf({
    name: "semgrep",
    status: "failed",
    durationMs: 410,
    error: {
      code: "agent/command-failed",
      message: "`semgrep` ended with exit code 2: no rules were found",
      fix: "Give `semgrep` a configuration with `args: [--config, FILE]`.",
    },
  }),
  agentOf({ name: "tests", durationMs: 21, findings: 1 }),
  agentOf({ name: "workflows", durationMs: 640, findings: 1 }),
];

const rules = [
  ruleOf({
    id: "secrets/token",
    title: "Token in source",
    severity: "critical",
    category: "security",
    why: "Whoever can read the repository can use the token, and git keeps it for ever.",
    fix: "Revoke the token, then read it from the environment or a secret store.",
  }),
  ruleOf({
    id: "workflows/script-injection",
    title: "Text of strangers in a shell script",
    severity: "high",
    category: "security",
    why: "An expression is pasted into the script before the shell reads it, so a comment can run commands.",
    fix: "Pass the value through `env:` and quote the variable.",
  }),
  ruleOf({
    id: "migrations/not-null-without-default",
    title: "New column that existing rows cannot fill",
    severity: "high",
    category: "correctness",
    why: "On a table with rows the statement fails, and the deployment stops half way.",
    fix: "Give the column a default, or add it as nullable, fill it, and tighten it later.",
  }),
  ruleOf({
    id: "tests/source-without-test",
    title: "Source changed, no test did",
    severity: "low",
    category: "tests",
    why: "Nothing shows that the change does what it should, or will say so when it stops.",
    fix: "Add or change a test beside the source.",
  }),
  ruleOf({
    id: "leftovers/debug-print",
    title: "Debug print",
    severity: "low",
    category: "maintainability",
    why: "It ends up in the logs of production.",
    fix: "Remove it or use the logger.",
  }),
];

function findings(change: Change): PanelFinding[] {
  const at = (path: string, first: string, last = first): Place => ({
    kind: "lines",
    path,
    side: "new",
    startLine: lineOf(change, path, first),
    endLine: lineOf(change, path, last),
  });
  const everyone = ["correctness", "eslint", "security"];
  const loop = lineOf(change, worker, "forEach");
  const column = lineOf(change, migration, "not null");
  return [
    agreed("a1f09c2e5b7d4386", ["correctness", "secrets", "security"], ["eslint"], {
      place: at(worker, "const token"),
      severity: "critical",
      category: "security",
      rule: "secrets/token",
      message:
        "A live token of the bank is written into the source. Revoke it, then read it from `process.env.BANK_TOKEN`.",
    }),
    agreed("b7d43861f09c2e5a", ["correctness", "security"], ["eslint"], {
      place: at(search, "select", "[customer]"),
      severity: "high",
      category: "security",
      rule: "correctness/sql-injection",
      message:
        "`status` goes into the statement as text, so a value with a quote in it can read or change any row. Pass it as a parameter as `customer` is.",
      suggestion: {
        startLine: lineOf(change, search, "select"),
        endLine: lineOf(change, search, "[customer]"),
        replacement:
          '    "select * from orders where customer = ? and status = ?",\n    [customer, status],',
      },
    }),
    agreed("c2e5a1f09b7d4386", everyone, [], {
      place: at(worker, "forEach", "  });"),
      severity: "high",
      category: "correctness",
      rule: "correctness/floating-promise",
      message:
        "`forEach` does not wait for the promises of its callback: `refundAll` returns before anything was refunded, and a failed refund becomes an unhandled rejection.",
      suggestion: {
        startLine: loop,
        endLine: loop + 2,
        replacement: "  for (const order of orders) {\n    await refund(order);\n  }",
      },
    }),
    agreed("d4386b7d1f09c2e5", ["workflows"], [], {
      place: at(workflow, "echo"),
      severity: "high",
      category: "security",
      rule: "workflows/script-injection",
      message:
        "A comment's text is pasted into a shell script. Anyone who can comment can run commands with this job's token. Use `env: BODY: ...` and `\"$BODY\"`.",
    }),
    {
      ...agreed("e5a1f09cb7d43862", ["migrations"], ["correctness", "security"], {
        place: at(migration, "not null"),
        severity: "high",
        category: "correctness",
        rule: "migrations/not-null-without-default",
        message:
          "`refunded` is `not null` without a default: the statement fails on a table with rows.",
        suggestion: {
          startLine: column,
          endLine: column,
          replacement: "alter table orders add column refunded boolean not null default false;",
        },
      }),
      standing: "lone",
    },
    agreed("f09cb7d43862e5a1", ["correctness", "security"], [], {
      place: at(worker, "queue.push"),
      severity: "medium",
      category: "correctness",
      rule: "correctness/unchecked-result",
      message: "The customer is told about a refund even when `sent.ok` is false.",
    }),
    agreed("09cb7d43862e5a1f", ["eslint", "leftovers"], [], {
      place: at(worker, "console.log"),
      severity: "low",
      category: "maintainability",
      rule: "leftovers/debug-print",
      message: "`console.log` looks like a leftover.",
    }),
    agreed("9cb7d43862e5a1f0", ["tests"], [], {
      place: { kind: "change" },
      severity: "low",
      category: "tests",
      rule: "tests/source-without-test",
      message: "Three source files changed and no test did.",
    }),
    {
      ...agreed("cb7d43862e5a1f09", ["correctness"], ["eslint", "security"], {
        place: at("src/orders/totals.ts", "rate26 "),
        severity: "medium",
        category: "maintainability",
        rule: "correctness/inconsistent-scale",
        message: "Only two of thirty rates are divided by 100. Is that meant?",
        confidence: 0.4,
      }),
      standing: "disputed",
    },
    {
      ...agreed("b7d43862e5a1f09c", ["migrations"], ["correctness"], {
        place: { kind: "file", path: migration },
        severity: "low",
        category: "performance",
        rule: "migrations/locking-index",
        message: "`create index` locks the table for writing while it is built.",
        confidence: 0.6,
      }),
      standing: "disputed",
    },
  ];
}

function agreed(
  fingerprint: string,
  yes: readonly string[],
  no: readonly string[],
  own: Partial<Finding>,
): PanelFinding {
  const members = yes.map((agent) =>
    memberOf(agent, otherWords.get(`${agent} ${fingerprint}`) ?? own.message ?? "", {
      ...own,
      fingerprint,
    }),
  );
  const speaker = members.find(({ agent }) => own.rule?.startsWith(agent)) ?? members[0];
  const missing = ["semgrep"];
  return { ...panelFindingOf(own), ...speaker, agents: yes, votes: { yes, no, missing }, members };
}

/** What agents said of a finding in words of their own, by agent and fingerprint. */
const otherWords = new Map([
  ["correctness a1f09c2e5b7d4386", "A credential should not be part of the program."],
  [
    "security a1f09c2e5b7d4386",
    "Hard-coded live credential; it also reaches every fork and every log.",
  ],
  [
    "eslint c2e5a1f09b7d4386",
    "Promise returned in function argument where a void return was expected.",
  ],
  ["security b7d43861f09c2e5a", "SQL injection through `status`."],
]);

function memberOf(agent: string, message: string, own: Partial<Finding>): Finding {
  const { agents: _a, votes: _v, standing: _s, members: _m, ...finding } = panelFindingOf(own);
  const provider = agents.find(({ name }) => name === agent)?.provider ?? agent;
  return { ...finding, agent, provider, message };
}

function coverage(change: Change): CoverageEntry[] {
  const of = (path: string, hunk: number | null): HunkCoverage => {
    if (hunk === null) return { status: "excluded", reason: "binary file" };
    if (path === "docs/refunds.md") return { status: "carried" };
    if (path === "src/orders/totals.ts" && hunk === 1) {
      return { status: "missed", reason: "the budget of `correctness` was used up" };
    }
    return { status: "reviewed", agents: ["correctness", "security"] };
  };
  return entriesOf(change, of);
}

/** The first line after the change that has the text in it. */
function lineOf(change: Change, path: string, text: string): number {
  const file = change.files.find(({ diff }) => diff.path === path);
  const index = file?.after?.split("\n").findIndex((line) => line.includes(text)) ?? -1;
  if (index === -1) throw new Error(`${path} has no line with ${text}`);
  return index + 1;
}
