import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { describe, expect, it } from "vitest";
import {
  agentOf,
  emptyChange,
  panelFindingOf,
  reportOf,
  ruleOf,
} from "../../../../test/support/report.ts";
import { sampleReport } from "../../../../test/support/sample-report.ts";
import type { ReviewReport } from "../model.ts";
import { renderSarif } from "./render-sarif.ts";

const require = createRequire(import.meta.url);

describe("renderSarif", () => {
  const validate = officialSchema();

  it.each([
    ["the sample", sampleReport()],
    ["a review without anything", reportOf({ agents: [] })],
    ["hostile text", hostileReport()],
  ])("writes %s as the SARIF 2.1.0 schema says", (_name, report) => {
    validate(JSON.parse(renderSarif(report)));
    expect(validate.errors).toBeNull();
  });

  it("would notice a log that the schema forbids", () => {
    const log = JSON.parse(renderSarif(sampleReport()));
    log.runs[0].results[0].level = "grave";
    expect(validate(log)).toBe(false);
  });

  it("gives every result a rule that is in the table, a place and a stable fingerprint", () => {
    const { rules, results } = partsOf(sampleReport());
    for (const result of results) {
      expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      expect(result.locations?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(0);
      expect(result.partialFingerprints?.["swarmFingerprint/v1"]).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(results).toHaveLength(8);
  });

  it.each([
    ["critical", "error"],
    ["high", "error"],
    ["medium", "warning"],
    ["low", "note"],
    ["info", "note"],
  ] as const)("grades %s as %s", (severity, level) => {
    expect(firstResult(reportOf({ findings: [panelFindingOf({ severity })] })).level).toBe(level);
  });

  it("tells GitHub how grave rules about security are, and only those", () => {
    const findings = [
      panelFindingOf({ rule: "a/x", category: "security", severity: "critical" }),
      panelFindingOf({ rule: "a/x", category: "security", severity: "low" }),
      panelFindingOf({ rule: "a/y", category: "style", severity: "low" }),
    ];
    const { rules } = partsOf(reportOf({ findings }));
    expect(rules.map(({ properties }) => properties)).toEqual([
      { tags: ["security"], "problem.severity": "error", "security-severity": "9.5" },
      { tags: ["style"], "problem.severity": "recommendation" },
    ]);
  });

  it("explains a rule from its document", () => {
    const rules = [ruleOf({ id: "a/x", title: "A title", why: "A reason.", fix: "A remedy." })];
    const [rule] = partsOf(
      reportOf({ findings: [panelFindingOf({ rule: "a/x" })] }, { rules }),
    ).rules;
    expect(rule?.shortDescription?.text).toBe("A title");
    expect(rule?.help?.markdown).toContain("**What to do.** A remedy.");
  });

  it("leaves disputed findings out of the results, and lists them as a property", () => {
    const findings = [panelFindingOf({ standing: "disputed", fingerprint: "00000000deadbeef" })];
    const [run] = logOf(reportOf({ findings })).runs;
    expect(run?.results).toEqual([]);
    expect(run?.properties?.disputed).toMatchObject([{ fingerprint: "00000000deadbeef" }]);
  });

  it("puts remarks without lines after the change at a first line, and says so", () => {
    const change = sampleReport().change;
    const first = change.files[0]?.diff.path ?? "";
    const old = { kind: "lines", path: "gone.ts", side: "old", startLine: 7, endLine: 9 } as const;
    const findings = [
      panelFindingOf({ place: { kind: "file", path: "a.png" } }),
      panelFindingOf({ place: { kind: "change" } }),
      panelFindingOf({ place: old, message: "It was needed." }),
    ];
    const { results } = partsOf(reportOf({ findings }, { change }));
    expect(results.map(placeOf)).toEqual([
      ["a.png", { startLine: 1 }, "file"],
      [encodeURI(first), { startLine: 1 }, "change"],
      ["gone.ts", { startLine: 1 }, "lines"],
    ]);
    expect(results[2]?.message.text).toBe("It was needed. (line 7-9 (before))");
  });

  it("encodes paths as relative URIs", () => {
    const path = "a b/ü#?%/c:d\u202E\uD800.ts";
    const place = { kind: "file", path } as const;
    const uri = firstResult(reportOf({ findings: [panelFindingOf({ place })] })).locations?.[0]
      ?.physicalLocation?.artifactLocation?.uri;
    expect(uri).toBe("a%20b/%C3%BC%23%3F%25/c%3Ad%E2%80%AE%EF%BF%BD.ts");
  });

  it("offers suggestions as fixes of whole lines", () => {
    const fixOf = (replacement: string) => {
      const suggestion = { startLine: 2, endLine: 3, replacement };
      const result = firstResult(reportOf({ findings: [panelFindingOf({ suggestion })] }));
      return result.fixes?.[0]?.artifactChanges[0]?.replacements;
    };
    expect(fixOf("new")).toEqual([
      { deletedRegion: { startLine: 2, endLine: 3 }, insertedContent: { text: "new" } },
    ]);
    expect(fixOf("")).toEqual([
      { deletedRegion: { startLine: 2, startColumn: 1, endLine: 4, endColumn: 1 } },
    ]);
  });

  it("does not call a partial review successful, and names who failed with the fix", () => {
    const [invocation] = logOf(sampleReport()).runs[0]?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]).toMatchObject({
      level: "error",
      descriptor: { id: "agent/command-failed" },
      message: { text: expect.stringContaining("Give `semgrep` a configuration") },
    });
  });

  it("makes no links out of hostile text", () => {
    const findings = [panelFindingOf({ message: "[press here](https://evil.example)" })];
    expect(firstResult(reportOf({ findings })).message.text).toBe(
      "[press here] (https://evil.example)",
    );
  });

  it("keeps as many results as fit when every finding names a rule of its own", () => {
    const findings = Array.from({ length: 5000 }, (_, index) =>
      panelFindingOf({ rule: `a/${index}`, message: noise(index, 2000) }),
    );
    const { rules, results } = partsOf(reportOf({ findings }));
    expect(rules).toHaveLength(results.length);
    expect(results.length).toBeGreaterThan(1000);
  });

  it("stays within what GitHub accepts, leaving out the mildest and saying so", () => {
    const findings = Array.from({ length: 6000 }, (_, index) =>
      panelFindingOf({ rule: `a/${index % 50}`, message: noise(index, 3000) }),
    );
    const sarif = renderSarif(reportOf({ findings }));
    const [run] = (JSON.parse(sarif) as Log).runs;
    expect(gzipSync(sarif).length).toBeLessThan(10_000_000);
    expect(run?.results?.length).toBeGreaterThan(2000);
    expect(run?.results?.length).toBeLessThanOrEqual(5000);
    const notes = run?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes.at(-1)?.descriptor?.id).toBe("report/left-out");
  });
});

function officialSchema() {
  const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));
}

function logOf(report: ReviewReport): Log {
  return JSON.parse(renderSarif(report)) as Log;
}

function partsOf(report: ReviewReport): { rules: ReportingDescriptor[]; results: Result[] } {
  const [run] = logOf(report).runs;
  return { rules: run?.tool.driver.rules ?? [], results: run?.results ?? [] };
}

function firstResult(report: ReviewReport): Result {
  const [result] = partsOf(report).results;
  if (result === undefined) throw new Error("there is no result");
  return result;
}

function placeOf({ locations, properties }: Result): unknown[] {
  const place = locations?.[0]?.physicalLocation;
  return [place?.artifactLocation?.uri, place?.region, properties?.place];
}

/** Text that hardly compresses, the same each time. */
function noise(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 94));
  }).join("");
}

function hostileReport(): ReviewReport {
  const evil = '\u001b[31m"</script>\u202E{0}\uD800\n';
  const findings = [
    panelFindingOf({ message: evil, rule: evil, place: { kind: "file", path: evil } }),
  ];
  const error = { code: evil, message: evil, fix: evil };
  const agents = [agentOf({ name: evil, status: "failed", error })];
  return reportOf({ findings, agents }, { change: emptyChange({ title: evil }) });
}
