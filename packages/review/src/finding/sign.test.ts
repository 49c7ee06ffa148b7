import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesAt } from "../../../../test/support/finding.ts";
import type { Diff } from "../diff/model.ts";
import { parseDiff } from "../diff/parse.ts";
import type { Finding, Place, Remark } from "./model.ts";
import { type SignedRemarks, signRemarks } from "./sign.ts";

const risky = "  eval(input);";

/** The diff of a new file. */
function diffOf(after: string, path = "src/a.ts"): Diff {
  const added = after.split("\n").slice(0, -1);
  const lines = [
    `diff --git a/${path} b/${path}`,
    "new file mode 100644",
    "--- /dev/null",
    `+++ b/${path}`,
    `@@ -0,0 +1,${added.length} @@`,
    ...added.map((line) => `+${line}`),
  ];
  return parseDiff(`${lines.join("\n")}\n`);
}

function remark(overrides: Partial<Remark> = {}): Remark {
  return {
    place: linesAt(1),
    severity: "high",
    category: "security",
    rule: "reviewer/eval",
    message: "Do not evaluate input.",
    confidence: 0.9,
    ...overrides,
  };
}

/** Signs what one agent says; the type is the agent's promise, which hostile ones break. */
function sign(
  remarks: readonly unknown[],
  diff: Diff,
  carried?: readonly Finding[],
): SignedRemarks {
  const member = { name: "reviewer", provider: "model", remarks: remarks as readonly Remark[] };
  const [signed] = signRemarks([member], diff, carried);
  if (signed === undefined) throw new Error("one member gives one answer");
  return signed;
}

/** The fingerprints of one remark on each line that holds `risky`, in the order of lines. */
function fingerprints(after: string, overrides: Partial<Remark> = {}, path?: string): string[] {
  const lines = [...after.split("\n").entries()].filter(([, text]) => text.trim() === risky.trim());
  const remarks = lines.map(([at]) =>
    remark({ place: linesAt(at + 1, at + 1, path), ...overrides }),
  );
  return sign(remarks, diffOf(after, path)).findings.map(({ fingerprint }) => fingerprint);
}

describe("a fingerprint", () => {
  const [known] = fingerprints(`one\n${risky}\n`);

  test("is 16 hexadecimal digits", () => expect(known).toMatch(/^[0-9a-f]{16}$/));

  test.each([
    ["the line moves", `one\ntwo\nthree\n${risky}\n`],
    ["it is indented otherwise", `one\n\t\t${risky.trim()}  \n`],
  ])("stays when %s", (_, after) => expect(fingerprints(after)).toEqual([known]));

  test.each([
    ["message", { message: "Something else entirely." }],
    ["severity", { severity: "low" }],
    ["confidence", { confidence: 0.1 }],
  ] as const)("stays when the %s is another", (_, overrides) =>
    expect(fingerprints(`one\n${risky}\n`, overrides)).toEqual([known]),
  );

  test.each([
    ["rule", { rule: "reviewer/other" }],
    ["category", { category: "style" }],
  ] as const)("differs when the %s does", (_, overrides) =>
    expect(fingerprints(`one\n${risky}\n`, overrides)).not.toEqual([known]),
  );

  test("differs when the line's text or the path does", () => {
    const [other] = sign([remark()], diffOf("eval(other);\n")).findings;
    expect(other?.fingerprint).not.toBe(known);
    expect(fingerprints(`one\n${risky}\n`, {}, "src/b.ts")).not.toEqual([known]);
  });

  test("counts identical ones in a file, so that each has its own", () => {
    const twice = fingerprints(`${risky}\n${risky}\n`);
    expect(twice[0]).toBe(known);
    expect(new Set(twice).size).toBe(2);
  });

  test("avoids those of findings carried over", () => {
    const [carried] = sign([remark({ place: linesAt(2) })], diffOf(`one\n${risky}\n`)).findings;
    const after = diffOf(`${risky}\n`);
    const fresh = sign([remark()], after, carried === undefined ? [] : [carried]);
    expect(carried?.fingerprint).toBe(known);
    expect(fresh.findings[0]?.fingerprint).toBe(fingerprints(`${risky}\n${risky}\n`)[1]);
  });

  test.each<[string, Place]>([
    ["a file", { kind: "file", path: "src/a.ts" }],
    ["the change", { kind: "change" }],
  ])("on %s does not depend on the lines", (_, place) => {
    const on = (after: string): string[] =>
      sign([remark({ place })], diffOf(after)).findings.map(({ fingerprint }) => fingerprint);
    expect(on("one\n")).toEqual(on("two\nthree\n"));
    expect(on("one\n")).toHaveLength(1);
  });

  test("stays for any lines put before and after", () => {
    const anyLines = fc.array(fc.stringMatching(/^[a-z ]{0,12}$/), { maxLength: 6 });
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        const text = [...before, risky, ...after, ""].join("\n");
        expect(fingerprints(text)).toEqual([known]);
      }),
    );
  });
});

describe("what an agent says is taken as hostile", () => {
  const diff = diffOf(`${risky}\nsafe();\n`);

  test("a sound remark is signed as it is", () => {
    const suggestion = { startLine: 1, endLine: 1, replacement: "parse(input);" };
    const { findings, corrections } = sign([remark({ suggestion })], diff);
    expect(findings).toEqual([
      {
        ...remark({ suggestion }),
        agent: "reviewer",
        provider: "model",
        fingerprint: expect.any(String),
      },
    ]);
    expect(corrections).toEqual([]);
  });

  test.each([
    [{ severity: "blocker" }, { severity: "low" }, "the severity is unknown"],
    [{ severity: "__proto__" }, { severity: "low" }, "the severity is unknown"],
    [{ category: "vibes" }, { category: "maintainability" }, "the category is unknown"],
    [{ rule: "Bad Rule" }, { rule: "reviewer/Bad-Rule" }, "the rule id was malformed"],
    [{ confidence: 7 }, { confidence: 1 }, "the confidence was not between 0 and 1"],
    [{ confidence: -1 }, { confidence: 0 }, "the confidence was not between 0 and 1"],
    [{ confidence: Number.NaN }, { confidence: 0.5 }, "the confidence was not between 0 and 1"],
    [{ confidence: "high" }, { confidence: 0.5 }, "the confidence was not between 0 and 1"],
    [
      { place: linesAt(90) },
      {
        place: { kind: "file", path: "src/a.ts" },
        message: "Do not evaluate input. (line 90, outside the diff)",
      },
      "the lines are outside the diff",
    ],
    [
      { suggestion: { startLine: 1, endLine: 1, replacement: risky } },
      { place: linesAt(1) },
      "the suggestion was left out: it changes nothing",
    ],
  ])("%j is mended and counted", (given, mended, reason) => {
    const { findings, corrections } = sign([{ ...remark(), ...given }], diff);
    expect(findings).toMatchObject([mended]);
    expect(findings[0]).not.toHaveProperty("suggestion");
    expect(corrections).toEqual([{ kind: "demoted", reason, count: 1 }]);
  });

  test("a severity in capitals is understood", () => {
    expect(sign([{ ...remark(), severity: " High " }], diff)).toMatchObject({
      findings: [{ severity: "high" }],
      corrections: [],
    });
  });

  test("a long message is cut and counted", () => {
    const { findings, corrections } = sign([remark({ message: "x".repeat(100_000) })], diff);
    expect(findings[0]?.message).toHaveLength(4000);
    expect(corrections).toEqual([
      { kind: "demoted", reason: "the message was too long", count: 1 },
    ]);
  });

  test("a message stays within its length when its lines are added", () => {
    const long = { message: "x".repeat(4000), place: linesAt(90) };
    const [finding] = sign([remark(long)], diff).findings;
    expect(finding?.message).toHaveLength(4000);
    expect(finding?.message).toMatch(/… \(line 90, outside the diff\)$/);
  });

  test.each([
    [null, "the remark is not an object"],
    ["a string", "the remark is not an object"],
    [{}, "the message is missing"],
    [{ ...remark(), message: " \u202e " }, "the message is missing"],
    [{ ...remark(), place: undefined }, "the place is missing"],
    [{ ...remark(), place: linesAt(1, 1, "other.ts") }, "the file is not part of the change"],
  ])("%j is dropped and counted", (raw, reason) => {
    expect(sign([raw, raw], diff)).toEqual({
      agent: "reviewer",
      findings: [],
      corrections: [{ kind: "dropped", reason, count: 2 }],
    });
  });

  test("what it says twice counts once", () => {
    const twice = [remark({ severity: "low" }), remark({ severity: "critical" })];
    const { findings, corrections } = sign(twice, diff);
    expect(findings.map(({ severity }) => severity)).toEqual(["critical"]);
    expect(corrections).toEqual([{ kind: "dropped", reason: "the agent said it twice", count: 1 }]);
  });

  test("nothing that was not asked for comes through", () => {
    const [finding] = sign(
      [{ ...remark(), agent: "other", fingerprint: "f", html: "<b>" }],
      diff,
    ).findings;
    expect(finding).toMatchObject({ agent: "reviewer" });
    expect(finding).not.toHaveProperty("html");
    expect(finding?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  test("no value makes it throw, and what comes out is a finding of this change", () => {
    const anyRemark = fc.record(
      {
        place: fc.oneof(fc.anything(), fc.constant(linesAt(1)), fc.constant({ kind: "change" })),
        message: fc.oneof(fc.anything(), fc.string({ unit: "binary" })),
        severity: fc.anything(),
        category: fc.anything(),
        rule: fc.anything(),
        confidence: fc.anything(),
        suggestion: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(anyRemark, fc.anything())), (raw) => {
        const { findings, corrections } = sign(raw, diff);
        const dropped = corrections.filter(({ kind }) => kind === "dropped");
        const count = dropped.reduce((sum, correction) => sum + correction.count, 0);
        expect(findings.length + count).toBe(raw.length);
        for (const { confidence, message } of findings) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(message.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("the order of remarks does not matter", () => {
    const remarks = [
      remark({ message: "b" }),
      remark({ message: "a" }),
      remark({ place: linesAt(2), message: "c" }),
    ];
    expect(sign([...remarks].reverse(), diff)).toEqual(sign(remarks, diff));
  });
});
