import { canonicalJson } from "@swarm-actions/core";
import type { ConsensusRule } from "@swarm-actions/swarm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { findingOf, linesAt, voterOf } from "../../../../test/support/finding.ts";
import type { Diff } from "../diff/model.ts";
import { compareFindings } from "../finding/compare.ts";
import { categories, type Finding, severities } from "../finding/model.ts";
import { mergeFindings } from "./merge-findings.ts";
import type { PanelFinding } from "./model.ts";
import scenes from "./scenes.json" with { type: "json" };
import type { Voter } from "./voter.ts";

const majority: ConsensusRule = { rule: "majority" };
const noDiff: Diff = { files: [] };

const coerces = findingOf({ agent: "linter", message: "Expected '===' and instead saw '=='." });
const loose = findingOf({ agent: "reviewer", message: "`==` coerces its operands; use `===`." });

const three = ["linter", "reviewer", "third"].map((name) => voterOf(name));

function merge(
  findings: readonly Finding[],
  voters: readonly Voter[] = three,
  rule: ConsensusRule = majority,
): readonly PanelFinding[] {
  return mergeFindings(findings, voters, rule, noDiff).findings;
}

/** The one finding that these make together. */
function mergeToOne(findings: readonly Finding[], voters: readonly Voter[] = three): PanelFinding {
  const [only, ...rest] = merge(findings, voters);
  if (only === undefined || rest.length > 0) throw new Error(`${rest.length + 1} findings`);
  return only;
}

describe("what becomes one finding", () => {
  test("the same fault in other words on the same line", () => {
    const merged = mergeToOne([coerces, loose]);
    expect(merged.agents).toEqual(["linter", "reviewer"]);
    expect(merged.members).toEqual([coerces, loose]);
  });

  test("the same fault on a neighbouring line, but not one line further", () => {
    expect(merge([coerces, { ...loose, place: linesAt(2, 4) }])).toHaveLength(1);
    expect(merge([coerces, { ...loose, place: linesAt(3, 4) }])).toHaveLength(2);
  });

  test("not another fault on the same line", () => {
    const unused = { ...loose, rule: "reviewer/unused", message: "`value` is never read." };
    expect(merge([coerces, unused])).toHaveLength(2);
  });

  test("not the same fault elsewhere: another file, side, or the file as a whole", () => {
    const elsewhere = [
      linesAt(1, 1, "src/b.ts"),
      { ...linesAt(1), side: "old" } as const,
      { kind: "file", path: "src/a.ts" } as const,
      { kind: "change" } as const,
    ];
    for (const place of elsewhere) expect(merge([coerces, { ...loose, place }])).toHaveLength(2);
  });

  test("a fault that tools file under related categories, not under unrelated ones", () => {
    expect(merge([coerces, { ...loose, category: "style" }])).toHaveLength(1);
    expect(merge([coerces, { ...loose, category: "dependencies" }])).toHaveLength(2);
  });

  test("never two findings of one agent, even in the same words", () => {
    const again = { ...coerces, fingerprint: "fedcba9876543210" };
    const merged = merge([coerces, again, loose]);
    expect(merged.map(({ agents }) => agents.length).sort()).toEqual([1, 2]);
  });

  test("each of several faults finds its own counterpart", () => {
    const unused = (agent: string, name: string): Finding =>
      findingOf({
        agent,
        rule: `${agent}/no-unused-vars`,
        message: `'${name}' is defined but never used.`,
        fingerprint: name.padEnd(16, "0"),
      });
    const merged = merge([
      unused("linter", "first"),
      unused("linter", "second"),
      unused("reviewer", "second"),
      unused("reviewer", "first"),
    ]);
    const names = merged.map(({ members }) => new Set(members.map(({ message }) => message)).size);
    expect(names).toEqual([1, 1]);
  });
});

describe("votes", () => {
  test("a voter in scope that is silent says no", () => {
    expect(mergeToOne([coerces, loose])).toMatchObject({
      votes: { yes: ["linter", "reviewer"], no: ["third"], missing: [] },
      standing: "agreed",
    });
  });

  test.each([
    ["failed", { report: { status: "failed" } }],
    ["timed out", { report: { status: "timed-out" } }],
    ["does not cover the path", { coveredPaths: ["src/b.ts"] }],
    ["does not judge the category", { categories: ["style"] }],
    ["knows only rules of its own", { silence: "missing" }],
  ] as const)("a silent voter that %s is missing", (_, overrides) => {
    const voters = [voterOf("linter"), voterOf("third", overrides)];
    expect(mergeToOne([coerces], voters)).toMatchObject({
      votes: { yes: ["linter"], no: [], missing: ["third"] },
      standing: "agreed",
    });
  });

  test("a voter that skipped the hunk is missing, on that hunk alone", () => {
    const lines = (mark: string): string => `${mark}\n${"x\n".repeat(20)}${mark}\n`;
    const { files } = changeOf({ "src/a.ts": lines("old") }, { "src/a.ts": lines("new") });
    const diff = { files: files.map((file) => file.diff) };
    const skipped = [{ path: "src/a.ts", hunk: 1, reason: "too large" }];
    const voters = [voterOf("linter"), voterOf("third", { skipped })];
    const at = (line: number): PanelFinding | undefined =>
      mergeFindings([{ ...coerces, place: linesAt(line) }], voters, majority, diff).findings[0];
    expect(at(1)?.votes.no).toEqual(["third"]);
    expect(at(22)?.votes.missing).toEqual(["third"]);
  });

  test("on the whole change, whoever saw some file has a vote", () => {
    const voters = [voterOf("linter"), voterOf("third"), voterOf("idle", { coveredPaths: [] })];
    const { votes } = mergeToOne([{ ...coerces, place: { kind: "change" } }], voters);
    expect(votes).toEqual({ yes: ["linter"], no: ["third"], missing: ["idle"] });
  });

  test("a quorum counts providers, not prompts", () => {
    const clones = ["linter", "reviewer"].map((name) => voterOf(name, { provider: "one" }));
    const findings = [coerces, loose].map((finding) => ({ ...finding, provider: "one" }));
    const quorum: ConsensusRule = { rule: "quorum", quorum: 2 };
    expect(merge(findings, clones, quorum)[0]?.standing).toBe("disputed");
    expect(merge([coerces, loose], three, quorum)[0]?.standing).toBe("agreed");
  });

  test.each([
    ["critical", "lone"],
    ["high", "lone"],
    ["medium", "disputed"],
    ["info", "disputed"],
  ] as const)("what only one of three says is, when %s, %s", (severity, standing) => {
    expect(mergeToOne([{ ...coerces, severity }]).standing).toBe(standing);
  });

  test("an agent that is no longer on the panel is still heard", () => {
    expect(mergeToOne([coerces], [voterOf("third")]).votes).toMatchObject({ yes: ["linter"] });
  });

  test("byzantine needs 2f+1 providers that say it, and 3f+1 on the panel", () => {
    const rule: ConsensusRule = { rule: "byzantine", faulty: 1 };
    const third = { ...loose, agent: "third", provider: "third" };
    const four = [...three, voterOf("fourth")];
    expect(merge([coerces, loose, third], four, rule)[0]?.standing).toBe("agreed");
    expect(merge([coerces, loose], four, rule)[0]?.standing).toBe("disputed");
    expect(() => merge([coerces, loose, third], three, rule)).toThrow(
      expect.objectContaining({ code: "consensus/too-few-providers" }),
    );
  });

  test("dawid-skene says that so few findings teach nothing, and weighs votes instead", () => {
    const rule: ConsensusRule = { rule: "dawid-skene" };
    const { findings, note } = mergeFindings([coerces, loose], three, rule, noDiff);
    expect(note).toBe("Dawid-Skene was not applied: it needs 50 items and has 1.");
    expect(findings[0]?.standing).toBe("agreed");
  });

  test("an invalid rule is refused, even when there is nothing to decide", () => {
    const refused = expect.objectContaining({ code: "consensus/invalid-quorum" });
    expect(() => merge([coerces], three, { rule: "quorum", quorum: 0 })).toThrow(refused);
    expect(() => merge([], three, { rule: "quorum", quorum: 0 })).toThrow(refused);
  });
});

describe("who speaks", () => {
  test("the surest", () => {
    const sure = { ...coerces, confidence: 0.9, place: linesAt(2), fingerprint: "f".repeat(16) };
    const merged = mergeToOne([loose, sure]);
    const { message, place, fingerprint, agent } = sure;
    expect(merged).toMatchObject({ message, place, fingerprint, agent });
  });

  test("of equally sure ones the more serious, then the one that says more", () => {
    expect(mergeToOne([coerces, { ...loose, severity: "high" }]).agent).toBe("reviewer");
    expect(mergeToOne([coerces, { ...loose, severity: "low" }]).agent).toBe("linter");
    expect(mergeToOne([coerces, loose]).agent).toBe("reviewer");
  });

  test("its suggestion comes along, and nobody else's", () => {
    const own = { startLine: 1, endLine: 1, replacement: "a === b" };
    const other = { ...own, replacement: "Object.is(a, b)" };
    const spoken = { ...loose, suggestion: own };
    expect(mergeToOne([{ ...coerces, suggestion: other }, spoken]).suggestion).toEqual(own);
    expect(mergeToOne([{ ...coerces, suggestion: other }, loose])).not.toHaveProperty("suggestion");
  });

  test("without one of its own, a suggestion that two others make alike", () => {
    const suggestion = { startLine: 1, endLine: 1, replacement: "a === b" };
    const third = { ...coerces, agent: "third", provider: "third" };
    const speaker = { ...loose, confidence: 1 };
    const two = [
      { ...coerces, suggestion },
      { ...third, suggestion },
    ];
    expect(mergeToOne([speaker, ...two]).suggestion).toEqual(suggestion);
    const wide = { ...speaker, place: linesAt(1, 3) };
    expect(mergeToOne([wide, ...two])).not.toHaveProperty("suggestion");
    const unlike = { ...suggestion, replacement: "b === a" };
    const split = [
      { ...coerces, suggestion },
      { ...third, suggestion: unlike },
    ];
    expect(mergeToOne([speaker, ...split])).not.toHaveProperty("suggestion");
  });
});

describe("merged severity", () => {
  const said = (...levels: readonly Finding["severity"][]): readonly Finding[] =>
    levels.map((severity, at) => {
      const agent = ["linter", "reviewer", "third"][at] ?? "";
      return { ...coerces, agent, provider: agent, severity };
    });

  test("is the median of the providers, the worse of two in the middle", () => {
    expect(mergeToOne(said("critical", "low", "low")).severity).toBe("low");
    expect(mergeToOne(said("high", "medium", "info")).severity).toBe("medium");
    expect(mergeToOne(said("high", "low")).severity).toBe("high");
  });

  test("counts weights", () => {
    const voters = [voterOf("linter", { weight: 3 }), voterOf("reviewer"), voterOf("third")];
    expect(mergeToOne(said("critical", "low", "low"), voters).severity).toBe("critical");
  });

  test("lets one provider count once, with the worst it says", () => {
    const clones = said("low", "low", "critical").map((finding, at) =>
      at < 2 ? { ...finding, provider: "one" } : finding,
    );
    expect(mergeToOne(clones).severity).toBe("critical");
  });
});

const agents = ["a", "b", "c", "d"];
const remarks = scenes.flatMap(({ faults }) => faults.flat());

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    agent: fc.constantFrom(...agents),
    remark: fc.constantFrom(...remarks.slice(0, 24)),
    line: fc.integer({ min: 1, max: 6 }),
    length: fc.integer({ min: 0, max: 4 }),
    category: fc.constantFrom(...categories.slice(0, 4)),
    severity: fc.constantFrom(...severities),
    confidence: fc.constantFrom(0.5, 0.9),
    whole: fc.constantFrom("lines", "lines", "lines", "file", "change"),
    fingerprint: fc.constantFrom("0".repeat(16), "1".repeat(16), "2".repeat(16), "3".repeat(16)),
  })
  .map(({ agent, remark: [rule = "", message = ""], line, length, whole, ...rest }) => ({
    ...findingOf({ agent, rule, message, ...rest, provider: agent < "c" ? "first" : agent }),
    place:
      whole === "change"
        ? { kind: "change" }
        : whole === "file"
          ? { kind: "file", path: "src/a.ts" }
          : linesAt(line, line + length),
  }));

const anyFindings = fc.array(anyFinding, { maxLength: 30 });
const panel = agents.map((name) => {
  const provider = name < "c" ? "first" : name;
  return voterOf(name, { provider, categories: categories.slice(0, 3) });
});

describe("for any findings", () => {
  test("their order and the voters' does not matter, to the byte", () => {
    const shuffled = fc.tuple(anyFindings, fc.infiniteStream(fc.nat())).map(([list, keys]) => {
      const keyed = list.map((finding) => [keys.next().value ?? 0, finding] as const);
      return { list, other: keyed.sort(([x], [y]) => x - y).map(([, finding]) => finding) };
    });
    const anyPanel = fc.shuffledSubarray(panel, { minLength: panel.length });
    fc.assert(
      fc.property(shuffled, anyPanel, ({ list, other }, voters) => {
        const rule: ConsensusRule = { rule: "weighted", threshold: 0.5 };
        const expected = canonicalJson(mergeFindings(list, panel, rule, noDiff));
        expect(canonicalJson(mergeFindings(other, voters, rule, noDiff))).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("each ends up in exactly one, and no agent twice in one", () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const merged = merge(findings, panel);
        const members = merged.flatMap((finding) => finding.members);
        const bytes = (list: readonly Finding[]): string[] =>
          list.map((one) => canonicalJson(one)).sort();
        expect(bytes(members)).toEqual(bytes(findings));
        for (const one of merged) {
          expect(new Set(one.members.map(({ agent }) => agent)).size).toBe(one.members.length);
          expect(one.votes.yes).toEqual(one.members.map(({ agent }) => agent).sort());
        }
        expect([...merged].sort(compareFindings)).toEqual(merged);
      }),
      { numRuns: 300 },
    );
  });

  test("every agent of the panel is counted once", () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        for (const { votes } of merge(findings, panel)) {
          expect([...votes.yes, ...votes.no, ...votes.missing].sort()).toEqual(agents);
        }
      }),
    );
  });
});

test("5,000 findings of ten agents on one line are merged", { timeout: 120_000 }, () => {
  const crowd = Array.from({ length: 5000 }, (_, at) => {
    const [rule = "", message = ""] = remarks[at % remarks.length] ?? [];
    const agent = `agent-${at % 10}`;
    return findingOf({ agent, rule, message, fingerprint: String(at).padStart(16, "0") });
  });
  const merged = merge(crowd);
  expect(merged.length).toBeLessThan(crowd.length);
  expect(merged.reduce((sum, { members }) => sum + members.length, 0)).toBe(crowd.length);
});
