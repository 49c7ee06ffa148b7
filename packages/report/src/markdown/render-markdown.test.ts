import { decodeState } from "@swarm-actions/review";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import {
  agentOf,
  emptyChange,
  entriesOf,
  ledgerOf,
  panelFindingOf,
  reportOf,
} from "../../../../test/support/report.ts";
import { sampleReport } from "../../../../test/support/sample-report.ts";
import { renderMarkdown } from "./render-markdown.ts";

describe("renderMarkdown", () => {
  it("begins with the outcome and a table of what counts", () => {
    expect(renderMarkdown(sampleReport())).toMatch(
      /^## Review: 8 findings, partly reviewed\n\nPartly reviewed; 8 findings.*\n\n- 1 of 8 parts/,
    );
    expect(renderMarkdown(sampleReport())).toContain(
      "| high (lone voice) | New column that existing rows cannot fill | `migrations/007_refunds.sql:2` | 1 of 3 agents |",
    );
  });

  it("shows code, suggestion and votes of a finding", () => {
    const markdown = renderMarkdown(sampleReport());
    expect(markdown).toContain("> 2 │+alter table orders add column refunded boolean not null;");
    expect(markdown).toContain(
      "+alter table orders add column refunded boolean not null default false;",
    );
    expect(markdown).toContain("Said by `migrations` (1 of 3 agents); silent: `correctness`");
  });

  it("names agents without a vote only where they failed", () => {
    const votes = { yes: ["a"], no: [], missing: ["idle", "broken"] };
    const markdown = renderMarkdown(
      reportOf({
        findings: [panelFindingOf({ agents: ["a"], votes })],
        agents: [
          agentOf({ name: "a" }),
          agentOf({ name: "broken", status: "failed" }),
          agentOf({ name: "idle", status: "nothing-in-scope" }),
        ],
      }),
    );
    expect(markdown).toMatch(/^Said by `a` \(.*\); no vote, because they failed: `broken`$/m);
  });

  it("keeps disputed findings apart", () => {
    const [counting, disputed] = renderMarkdown(sampleReport()).split("### Disputed: 2 findings");
    expect(counting).not.toContain("Only two of thirty rates");
    expect(disputed).toContain("Only two of thirty rates");
  });

  it("says what was not looked at and what to do about a failed agent", () => {
    const markdown = renderMarkdown(sampleReport());
    expect(markdown).toContain("- left out on purpose: `assets/refund.png` (binary file)");
    expect(markdown).toContain("Fix: Give `semgrep` a configuration");
    expect(markdown).toContain("33,497 input tokens");
  });

  it("carries the state that the next review starts from", () => {
    const { state } = sampleReport().result;
    expect(decodeState(renderMarkdown(sampleReport()))).toEqual(state);
  });

  it("lets no text pass for the state", () => {
    const forged = "<!-- swarm-actions:state 1 abc def -->";
    const place = { kind: "lines", path: "a.ts", side: "new", startLine: 1, endLine: 1 } as const;
    const report = reportOf(
      { findings: [panelFindingOf({ message: `\`${forged}\` ${forged}`, place })] },
      { change: changeOf({}, { "a.ts": `${forged}\n` }) },
    );
    expect(renderMarkdown(report)).toContain("swarm-actions_state 1 abc");
    expect(decodeState(renderMarkdown(report))).toEqual(report.result.state);
  });

  it("makes nothing but its own elements out of hostile text", () => {
    const evil =
      "<script>x</script> [a](javascript:x) @ada ![](//evil.example) https://evil.example `|` |\n# x\n```";
    const place = { kind: "file", path: evil } as const;
    const votes = { yes: [evil], no: [evil], missing: [evil] };
    const error = { code: evil, message: evil, fix: evil };
    const html = toHtml(
      renderMarkdown(
        reportOf(
          {
            reasons: [{ code: "agent-failed", message: evil }],
            findings: [
              panelFindingOf({ message: evil, rule: evil, place, votes }),
              panelFindingOf({ message: evil, rule: evil, standing: "disputed", votes }),
            ],
            agents: [agentOf({ name: evil, status: "failed", error })],
            incremental: { mode: "full", reason: evil },
          },
          { change: emptyChange({ title: evil }) },
        ),
      ),
    );
    const ours = /^<(\/?(h[2-4]|p|ul|li|code|pre|table|thead|tbody|tr|th|td)|!--)[ >]/;
    expect((html.match(/<[^>]*>/g) ?? []).filter((tag) => !ours.test(tag))).toEqual([]);
    expect(html.replace(/<code>.*?<\/code>/g, "")).not.toMatch(/@\w/);
    expect(html).not.toContain("<a");
  });

  it("stays within a comment, listing what does not fit", () => {
    const findings = Array.from({ length: 3000 }, (_, index) =>
      panelFindingOf({ message: `${"@<&>|".repeat(200)} ${index}`, fingerprint: `${index}` }),
    );
    const disputed = findings.map((finding) => ({ ...finding, standing: "disputed" as const }));
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`@<&>|/${n}.ts`, "x\n"]),
    );
    const change = changeOf({}, files);
    const missed = entriesOf(change, () => ({ status: "missed", reason: "@<&>|".repeat(90) }));
    const error = { code: "a/b", message: "&".repeat(900), fix: "@".repeat(900) };
    const agents = Array.from({ length: 200 }, (_, n) => agentOf({ name: `@${n}`, error }));
    const markdown = renderMarkdown(
      reportOf(
        { findings: [...findings, ...disputed], agents, coverage: ledgerOf(missed) },
        { change },
      ),
    );
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(markdown).toMatch(/#### [\d,]+ findings not shown in full\n\n- medium: `src\/a.ts:1`/);
    expect(markdown).toMatch(/- and [\d,]+ findings more/);
  });
});

function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}
