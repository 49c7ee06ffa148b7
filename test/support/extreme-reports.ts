import type { ReviewReport } from "@swarm-actions/report";
import type { ChangedFile, FileDiff, PanelFinding } from "@swarm-actions/review";
import {
  agentOf,
  emptyChange,
  entriesOf,
  ledgerOf,
  panelFindingOf,
  reportOf,
  ruleOf,
} from "./report.ts";

/** What an attacker may put anywhere: markup, ends of blocks, links, controls of text and terminal. */
const evil = [
  "<script>alert('ran')</script>",
  "<img src=x onerror=alert('ran')>",
  "<svg onload=alert('ran')>",
  "</style></script></title></pre></textarea>",
  '" autofocus onfocus="alert(\'ran\')" x="',
  "' onmouseover='alert(1)",
  "[press](javascript:alert('ran')) javascript:alert('ran')",
  "{{alert('ran')}} &lt;script&gt;",
  "\u202Edesrever\u2066 \u001b[31mred\u001b]8;;https://evil.example\u0007link",
  "\uD800 \u0000 \u2028 -->]]>",
  "https://evil.example/pixel.png",
].join(" ");

/** A review in which everything that is not ours is hostile. */
export function hostileReport(): ReviewReport {
  const file = fileOf(evil, [evil, "</code></pre><script>alert('ran')</script>"]);
  const change = emptyChange({ title: evil, baseSha: evil, headSha: evil, files: [file] });
  const lines = { kind: "lines", path: evil, side: "new", startLine: 1, endLine: 2 } as const;
  const votes = { yes: [evil, "a"], no: [evil], missing: [evil] };
  const suggestion = { startLine: 1, endLine: 1, replacement: evil };
  const own = { message: evil, rule: evil, agent: evil, provider: evil, place: lines, suggestion };
  const said = panelFindingOf({ ...own, fingerprint: evil });
  const both = { ...said, agents: [evil, "a"], votes, members: [said, said] };
  const error = { code: evil, message: evil, fix: evil };
  return reportOf(
    {
      outcome: "partial",
      reasons: [{ code: "agent-failed", message: evil }],
      findings: [both, { ...both, standing: "disputed", place: { kind: "file", path: evil } }],
      coverage: ledgerOf(entriesOf(change, () => ({ status: "missed", reason: evil }))),
      agents: [
        agentOf({
          name: evil,
          provider: "a",
          status: "failed",
          error,
          corrections: [{ kind: "dropped", reason: evil, count: 2 }],
          usage: { requests: 1, inputTokens: 1, outputTokens: 1, costUsd: null },
        }),
      ],
      usage: { requests: 1, inputTokens: 1, outputTokens: 1, costUsd: null },
      incremental: { mode: "full", reason: evil },
    },
    { change, rules: [ruleOf({ id: evil, title: evil, why: evil, fix: evil })], startedAt: evil },
  );
}

/** 3,000 files and 5,000 findings. */
export function hugeReport(): ReviewReport {
  const paths = Array.from({ length: 3000 }, (_, n) => `packages/p${n % 50}/src/module-${n}.ts`);
  const body = Array.from({ length: 40 }, (_, n) => `const value${n} = compute(input, ${n});`);
  const change = emptyChange({ files: paths.map((path) => fileOf(path, body)) });
  const findings = Array.from({ length: 5000 }, (_, n) => hugeFinding(paths[n % 3000] ?? "", n));
  const coverage = entriesOf(change, () => ({ status: "reviewed", agents: ["a", "b", "c"] }));
  const agents = ["a", "b", "c"].map((name) => agentOf({ name }));
  return reportOf({ findings, agents, coverage: ledgerOf(coverage) }, { change });
}

function hugeFinding(path: string, n: number): PanelFinding {
  const said = panelFindingOf({
    place: { kind: "lines", path, side: "new", startLine: 5, endLine: 9 },
    severity: n < 2500 ? "medium" : "low",
    message: `Remark ${n}: \`value\` is computed again for each input; keep it in a variable.`,
    agent: "a",
  });
  const votes = { yes: ["a", "b"], no: ["c"], missing: [] };
  return { ...said, agents: votes.yes, votes, members: [said, { ...said, agent: "b" }] };
}

/** A new file with these lines. */
function fileOf(path: string, lines: readonly string[]): ChangedFile {
  const added = lines.map((text, index) => {
    return { kind: "added" as const, text, oldLine: null, newLine: index + 1, noNewline: false };
  });
  const count = lines.length;
  const hunk = {
    oldStart: 0,
    oldCount: 0,
    newStart: 1,
    newCount: count,
    heading: "",
    lines: added,
  };
  const diff: FileDiff = {
    path,
    oldPath: null,
    newPath: path,
    change: "added",
    content: "text",
    oldMode: null,
    newMode: "100644",
    similarity: null,
    hunks: [hunk],
  };
  return { diff, before: null, after: `${lines.join("\n")}\n`, sizeAfter: null };
}
