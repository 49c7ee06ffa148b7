import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { panelFindingOf, reportOf } from "../../../../test/support/report.ts";
import { sampleReport } from "../../../../test/support/sample-report.ts";
import { renderJson } from "./render-json.ts";
import { jsonReportSchema } from "./schema.ts";

const published = new URL("../../../../docs/review.schema.json", import.meta.url);

describe("renderJson", () => {
  it.each([
    ["the sample", sampleReport()],
    ["a review without anything", reportOf()],
  ])("writes %s exactly as the schema says, without unknown keys", (_name, report) => {
    const validate = new Ajv2020().compile(closed(jsonReportSchema()));
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });

  it("publishes the schema that the code has", () => {
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(jsonReportSchema());
  });

  it("leaves the published schema open to keys added later", () => {
    const validate = new Ajv2020().compile(jsonReportSchema());
    expect(validate({ ...JSON.parse(renderJson(reportOf())), added: true })).toBe(true);
    expect(validate({ ...JSON.parse(renderJson(reportOf())), outcome: "green" })).toBe(false);
  });

  it("keeps the findings in order and spells out where each is", () => {
    const file = panelFindingOf({ place: { kind: "file", path: "a.png" } });
    const whole = panelFindingOf({ place: { kind: "change" } });
    const { findings } = JSON.parse(
      renderJson(reportOf({ findings: [panelFindingOf(), file, whole] })),
    );
    expect(findings.map(pickPlace)).toEqual([
      { path: "src/a.ts", side: "new", startLine: 1, endLine: 1 },
      { path: "a.png", side: null, startLine: null, endLine: null },
      { path: null, side: null, startLine: null, endLine: null },
    ]);
  });

  it("names only the rules that the findings name", () => {
    const { rules, findings } = JSON.parse(renderJson(sampleReport()));
    const named = findings.map(({ rule }: { rule: string }) => rule);
    expect(rules.length).toBeGreaterThan(0);
    for (const { id } of rules) expect(named).toContain(id);
  });

  it("lists the comment plan by fingerprint", () => {
    const { commentPlan } = JSON.parse(renderJson(sampleReport()));
    expect(commentPlan.counts).toEqual({ posted: 7, demoted: 3, dropped: 0 });
    expect(commentPlan.inline).toContain("a1f09c2e5b7d4386");
    expect(commentPlan.summary).toContainEqual({
      fingerprint: "cb7d43862e5a1f09",
      reason: "disputed",
    });
  });

  it("is harmless on a terminal, yet parses to the very text", () => {
    const message = "a\u001b[31mb\u202Ec\u009Bd\u{E0041}e\r\nf \u2028";
    const json = renderJson(reportOf({ findings: [panelFindingOf({ message })] }));
    expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(JSON.parse(json).findings[0].message).toBe(message);
  });

  it("gives the same bytes for the same review, and one line feed at the end", () => {
    expect(renderJson(sampleReport())).toBe(renderJson(sampleReport()));
    expect(renderJson(sampleReport())).toMatch(/[^\n]\n$/);
  });
});

/** The schema with every object closed to unknown keys. */
function closed(schema: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema), (_key, value) =>
    value?.type === "object" ? { ...value, additionalProperties: false } : value,
  );
}

function pickPlace({ path, side, startLine, endLine }: Record<string, unknown>): unknown {
  return { path, side, startLine, endLine };
}
