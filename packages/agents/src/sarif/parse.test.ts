import { categories, type ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import type { Reading } from "../reported/reading.ts";
import { severitiesOf } from "../reported/severity.ts";
import { Tally } from "../reported/tally.ts";
import { TaskLines } from "../reported/task-lines.ts";
import { parseSarif } from "./parse.ts";

const source = "one\ntwo\nthree\nfour\n";
const task = taskOf({}, { "src/a b.ts": source });

function readingOf(overrides: Partial<Reading> = {}, of: ReviewTask = task): Reading {
  return {
    agent: "lint",
    place: "report.sarif",
    roots: ["/repo"],
    lines: new TaskLines(of),
    severities: severitiesOf(undefined),
    categories: null,
    tally: new Tally(),
    ...overrides,
  };
}

function resultOf(overrides: object = {}, region: object | undefined = { startLine: 2 }) {
  return {
    ruleId: "r",
    message: { text: "m" },
    locations: [at("src/a%20b.ts", region)],
    ...overrides,
  };
}

function at(uri: string, region?: object, more: object = {}) {
  return { physicalLocation: { artifactLocation: { uri, ...more }, region } };
}

function logOf(results: readonly unknown[], run: object = {}, driver: object = {}): string {
  const tool = { driver: { name: "Lint", ...driver } };
  return JSON.stringify({ version: "2.1.0", runs: [{ tool, results, ...run }] });
}

function read(text: string, reading = readingOf()) {
  return { ...parseSarif(text, reading), corrections: reading.tally.corrections() };
}

function linesOf(text: string, reading = readingOf()) {
  return read(text, reading).remarks.map(({ place }) =>
    place.kind === "lines" ? [place.startLine, place.endLine] : place.kind,
  );
}

const dropped = (reason: string, count = 1) => ({ kind: "dropped", reason, count });
const demoted = (reason: string, count = 1) => ({ kind: "demoted", reason, count });

describe("parseSarif", () => {
  it("reads a result on a changed line", () => {
    expect(read(logOf([resultOf()]))).toEqual({
      remarks: [
        {
          place: { kind: "lines", path: "src/a b.ts", side: "new", startLine: 2, endLine: 2 },
          severity: "medium",
          category: "correctness",
          rule: "lint/r",
          message: "m",
          confidence: 0.8,
        },
      ],
      skipped: [],
      corrections: [],
    });
  });

  it("counts what is not the change's fault", () => {
    const before = `${"line\n".repeat(20)}`;
    const small = taskOf({ "a.ts": before }, { "a.ts": `${before}new\n` });
    const results = [{ startLine: 1 }, { startLine: 21 }].map((region) =>
      resultOf({ locations: [at("a.ts", region)] }),
    );
    const reading = readingOf({}, small);
    const elsewhere = resultOf({ locations: [at("other.ts", { startLine: 1 })] });
    const report = read(logOf([...results, elsewhere]), reading);
    expect(report.remarks).toHaveLength(1);
    expect(report.corrections).toEqual([dropped("outside-the-change", 2)]);
  });

  it("cuts a region to the part of it that is under review", () => {
    const before = `${"line\n".repeat(20)}`;
    const small = taskOf({ "a.ts": before }, { "a.ts": `${before}new\n` });
    const log = logOf([resultOf({ locations: [at("a.ts", { startLine: 1, endLine: 21 })] })]);
    const reading = readingOf({}, small);
    expect(linesOf(log, reading)).toEqual([[18, 21]]);
    expect(reading.tally.corrections()).toEqual([demoted("cut-to-the-hunk")]);
  });

  it("reports the same thing once", () => {
    const report = read(logOf([resultOf(), resultOf()]));
    expect(report.remarks).toHaveLength(1);
    expect(report.corrections).toEqual([dropped("duplicate")]);
  });

  it("leaves the first location speak, and drops results that have none", () => {
    const two = [at("src/a%20b.ts", { startLine: 3 }), at("src/a%20b.ts", { startLine: 1 })];
    const report = read(logOf([resultOf({ locations: two }), resultOf({ locations: [] })]));
    expect(report.remarks.map(({ place }) => place)).toMatchObject([{ startLine: 3 }]);
    expect(report.corrections).toEqual([dropped("without-a-place")]);
  });
});

describe("regions", () => {
  const lines = (region: object | undefined) => linesOf(logOf([resultOf({}, region)]));

  it.each([
    ["a start line", { startLine: 2 }, [2, 2]],
    ["a range", { startLine: 2, endLine: 3 }, [2, 3]],
    [
      "an end before the first column of a line",
      { startLine: 1, endLine: 3, endColumn: 1 },
      [1, 2],
    ],
    ["an end above the start", { startLine: 3, endLine: 1 }, [3, 3]],
    ["characters", { charOffset: 4, charLength: 5 }, [2, 3]],
    ["characters with the line's end", { charOffset: 4, charLength: 4 }, [2, 2]],
    ["bytes", { byteOffset: 8, byteLength: 2 }, [3, 3]],
  ])("reads %s", (_name, region, expected) => {
    expect(lines(region)).toEqual([expected]);
  });

  it.each([
    ["none", undefined],
    ["line zero", { startLine: 0 }],
    ["nothing useful", { startLine: "2" }],
  ])("takes %s as the whole file", (_name, region) => {
    const result = resultOf();
    expect(linesOf(logOf([{ ...result, locations: [at("src/a%20b.ts", region)] }]))).toEqual([
      "file",
    ]);
  });

  it("counts offsets in the unit the run names", () => {
    const unicode = taskOf({}, { "a.ts": "😀😀\nb\nc\n" });
    const log = (run: object, region: object) =>
      logOf([resultOf({ locations: [at("a.ts", region)] })], run);
    const of = (run: object, region: object) => linesOf(log(run, region), readingOf({}, unicode));
    expect(of({ columnKind: "unicodeCodePoints" }, { charOffset: 3 })).toEqual([[2, 2]]);
    expect(of({ columnKind: "utf16CodeUnits" }, { charOffset: 3 })).toEqual([[1, 1]]);
    expect(of({}, { byteOffset: 9 })).toEqual([[2, 2]]);
  });

  it("demotes an offset to the file when there is no text to count in", () => {
    const bare = { ...task, files: task.files.map((file) => ({ ...file, after: null })) };
    const reading = readingOf({}, bare);
    expect(linesOf(logOf([resultOf({}, { charOffset: 4 })]), reading)).toEqual(["file"]);
    expect(reading.tally.corrections()).toEqual([demoted("offset-without-the-text")]);
  });
});

describe("places", () => {
  const found = (location: object, run: object = {}) =>
    read(logOf([resultOf({ locations: [location] })], run));
  const region = { startLine: 1 };
  const bases = {
    SRC: { uri: "src/", uriBaseId: "%SRCROOT%" },
    "%SRCROOT%": { uri: "file:///home/ci/work/" },
    LOOP: { uri: "a/", uriBaseId: "LOOP" },
    ABS: { uri: "file:///repo/src" },
    LIB: { uri: "file:///usr/lib/" },
  };

  it.each([
    ["relative", at("src/a%20b.ts", region)],
    ["not encoded", at("src/a b.ts", region)],
    ["with dots", at("./lib/../src/a%20b.ts", region)],
    ["with backslashes", at("src\\a b.ts", region)],
    ["a file URI", at("file:///repo/src/a%20b.ts", region)],
    ["a file URI with a host", at("file://localhost/repo/src/a%20b.ts", region)],
    ["an absolute path", at("/repo/src/a b.ts", region)],
    ["below a base", at("src/a%20b.ts", region, { uriBaseId: "%SRCROOT%" })],
    ["below a base of a base", at("a%20b.ts", region, { uriBaseId: "SRC" })],
    ["below an absolute base", at("a%20b.ts", region, { uriBaseId: "ABS" })],
    ["below a base nobody defined", at("src/a%20b.ts", region, { uriBaseId: "WHAT" })],
    [
      "in the checkout of the machine that made it",
      at("file:///home/ci/work/src/a%20b.ts", region),
    ],
  ])("maps a path that is %s", (_name, location) => {
    expect(found(location, { originalUriBaseIds: bases }).remarks).toHaveLength(1);
  });

  it.each([
    ["elsewhere on the disk", at("file:///etc/src/a%20b.ts", region)],
    ["above the root", at("../src/a%20b.ts", region)],
    ["not a file", at("https://example.com/src/a.ts", region)],
    ["below a base elsewhere", at("src/a%20b.ts", region, { uriBaseId: "LIB" })],
    ["below a base that never ends", at("src/a%20b.ts", region, { uriBaseId: "LOOP" })],
    ["a name that is no name", at("src/a%20b.ts", region, { uriBaseId: "LOOP" })],
  ])("counts a path that is %s as outside", (_name, location) => {
    const report = found(location, { originalUriBaseIds: bases });
    expect(report.remarks).toEqual([]);
    expect(report.corrections).toEqual([dropped("outside-the-repository")]);
  });

  it("follows an index into the run's artifacts", () => {
    const artifacts = [{ location: { uri: "src/a%20b.ts" } }];
    const location = { physicalLocation: { artifactLocation: { index: 0 }, region } };
    expect(found(location, { artifacts }).remarks).toHaveLength(1);
  });

  it("understands drive letters", () => {
    const roots = ["C:\\repo"];
    for (const uri of ["file:///c:/repo/src/a%20b.ts", "C:\\repo\\src\\a b.ts"]) {
      const reading = readingOf({ roots });
      const log = logOf([resultOf({ locations: [at(uri, region)] })]);
      expect(read(log, reading).remarks).toHaveLength(1);
    }
  });

  it("is not led astray by base names of the language's own", () => {
    const location = at("src/a%20b.ts", region, { uriBaseId: "__proto__" });
    expect(found(location, { originalUriBaseIds: bases }).remarks).toHaveLength(1);
  });
});

describe("severity and category", () => {
  const judged = (result: object, rule: object = {}, reading = readingOf()) => {
    const [remark] = read(
      logOf([resultOf(result)], {}, { rules: [{ id: "r", ...rule }] }),
      reading,
    ).remarks;
    return remark && [remark.severity, remark.category];
  };

  it("maps levels, the rule's default when the result has none", () => {
    expect(judged({ level: "error" })?.[0]).toBe("high");
    expect(judged({ level: "note" })?.[0]).toBe("low");
    expect(judged({ level: "none" })?.[0]).toBe("info");
    expect(judged({}, { defaultConfiguration: { level: "error" } })?.[0]).toBe("high");
    expect(judged({ kind: "informational" })?.[0]).toBe("info");
    const severities = severitiesOf({ error: "low" });
    expect(judged({ level: "error" }, {}, readingOf({ severities }))?.[0]).toBe("low");
  });

  it.each([
    ["9.1", "critical"],
    ["7.5", "high"],
    [5, "medium"],
    ["1", "low"],
  ])("takes a security score of %s for %s", (score, severity) => {
    const properties = { "security-severity": score };
    expect(judged({ level: "note" }, { properties })).toEqual([severity, "security"]);
  });

  it("reads the category off the rule's tags or its group, within what the agent judges", () => {
    expect(judged({}, { properties: { tags: ["x", "Performance"] } })?.[1]).toBe("performance");
    expect(judged({ ruleId: "lint/style/useConst" })?.[1]).toBe("style");
    const reading = readingOf({ categories: ["maintainability"] });
    expect(judged({ ruleId: "lint/style/useConst" }, {}, reading)?.[1]).toBe("maintainability");
    expect(categories).toContain(judged({})?.[1]);
  });

  it("finds rules by index, in extensions, and by the parent of a hierarchical id", () => {
    const error = { defaultConfiguration: { level: "error" } };
    const extensions = [{ name: "pack", rules: [{ id: "p" }, { id: "q", ...error }] }];
    const run = (driver: object) => ({ tool: { driver: { name: "L", ...driver }, extensions } });
    const level = (result: object, driver: object = {}) =>
      read(logOf([resultOf(result)], run(driver))).remarks[0]?.severity;
    expect(level({ ruleIndex: 0 }, { rules: [{ id: "r", ...error }] })).toBe("high");
    expect(level({ rule: { index: 1, toolComponent: { index: 0 } }, ruleId: "q" })).toBe("high");
    expect(level({ rule: { id: "q", toolComponent: { name: "pack" } }, ruleId: "q" })).toBe("high");
    expect(level({ ruleId: "q" })).toBe("high");
    expect(level({ ruleId: "q/1" })).toBe("high");
    expect(level({ ruleId: "__proto__" })).toBe("medium");
  });
});

describe("what is not reported", () => {
  it.each([
    ["accepted", [{ kind: "inSource" }, { status: "accepted" }], 0],
    ["under review", [{ status: "underReview" }], 1],
    ["rejected", [{ status: "rejected" }, { status: "accepted" }], 1],
    ["not there", [], 1],
  ])("a suppression that is %s", (_name, suppressions, count) => {
    expect(read(logOf([resultOf({ suppressions })])).remarks).toHaveLength(count);
  });

  it.each([
    ["new", 1],
    ["updated", 1],
    ["unchanged", 0],
    ["absent", 0],
  ])("a result that is %s since the baseline", (baselineState, count) => {
    expect(read(logOf([resultOf({ baselineState })])).remarks).toHaveLength(count);
  });

  it("a result that is no failure", () => {
    const report = read(logOf([resultOf({ kind: "pass" }), resultOf({ kind: "notApplicable" })]));
    expect(report).toMatchObject({ remarks: [], corrections: [dropped("not-a-failure", 2)] });
  });
});

describe("messages", () => {
  const said = (message: object, rule: object = {}, driver: object = {}) =>
    read(logOf([resultOf({ message })], {}, { rules: [{ id: "r", ...rule }], ...driver }))
      .remarks[0]?.message;
  const messageStrings = { default: { text: "{0} hides {1}, {{so}}" } };

  it("fills in arguments", () => {
    expect(said({ text: "{1} of {0} {7}", arguments: ["a", "b"] })).toBe("b of a {7}");
    expect(said({ id: "default", arguments: ["a", "b"] }, { messageStrings })).toBe(
      "a hides b, {so}",
    );
    const shared = { globalMessageStrings: { own: { text: "shared" } } };
    expect(said({ id: "own" }, {}, shared)).toBe("shared");
  });

  it("falls back to Markdown, then to the rule's description, and drops what says nothing", () => {
    expect(said({ markdown: "*m*" })).toBe("*m*");
    expect(said({ id: "constructor" }, { shortDescription: { text: "about" } })).toBe("about");
    const report = read(logOf([resultOf({ message: {} })]));
    expect(report.corrections).toEqual([dropped("without-a-message")]);
  });

  it("keeps the words of links to related places, and long messages short", () => {
    expect(said({ text: "See [the source](1)." })).toBe("See the source.");
    expect(said({ text: "x".repeat(100_000) })).toHaveLength(2000);
    expect(said({ text: "[".repeat(100_000) })).toHaveLength(2000);
  });
});

describe("fixes", () => {
  const fixed = (replacements: readonly object[], uri = "src/a%20b.ts") => {
    const fixes = [{ artifactChanges: [{ artifactLocation: { uri }, replacements }] }];
    return read(logOf([resultOf({ fixes })]));
  };
  const replace = (deletedRegion: object, text?: string) => ({
    deletedRegion,
    ...(text === undefined ? {} : { insertedContent: { text } }),
  });

  it.each([
    [
      "part of a line",
      [replace({ startLine: 2, startColumn: 2, endColumn: 3 }, "W")],
      [2, 2, "tWo"],
    ],
    ["a whole line", [replace({ startLine: 2 }, "2")], [2, 2, "2"]],
    ["a line and its end", [replace({ startLine: 2, endLine: 3, endColumn: 1 })], [2, 2, ""]],
    [
      "the last line",
      [replace({ startLine: 4, startColumn: 1, endLine: 5, endColumn: 1 })],
      [4, 4, ""],
    ],
    [
      "an insertion",
      [replace({ startLine: 2, startColumn: 1, endColumn: 1 }, "new\n")],
      [1, 1, "one\nnew"],
    ],
    [
      "several places",
      [
        replace({ startLine: 3, startColumn: 1, endColumn: 2 }, "T"),
        replace({ startLine: 2, startColumn: 1, endColumn: 2 }, "T"),
      ],
      [2, 3, "Two\nThree"],
    ],
  ])("offers %s as whole lines", (_name, replacements, [startLine, endLine, replacement]) => {
    const { remarks, corrections } = fixed(replacements);
    expect(remarks[0]?.suggestion).toEqual({ startLine, endLine, replacement });
    expect(corrections).toEqual([]);
  });

  it.each([
    ["beyond the line", [replace({ startLine: 2, startColumn: 9, endColumn: 10 }, "x")]],
    ["beyond the file", [replace({ startLine: 9 }, "x")]],
    ["into each other", [replace({ startLine: 2 }, "x"), replace({ startLine: 2 }, "y")]],
    ["nowhere", [replace({ startLine: 2 }, "two")]],
    ["over millions of lines", [replace({ startLine: 1, endLine: 2_000_000_000 }, "x")]],
  ])("drops a fix that reaches %s, not its remark", (_name, replacements) => {
    const { remarks, corrections } = fixed(replacements);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).not.toHaveProperty("suggestion");
    expect(corrections).toEqual([demoted("suggestion-does-not-apply")]);
  });

  it("offers no fix of another file", () => {
    expect(fixed([replace({ startLine: 2 }, "x")], "src/b.ts").remarks[0]).not.toHaveProperty(
      "suggestion",
    );
  });
});

describe("a tool that failed", () => {
  const parsing = (invocation: object, results: readonly object[] = []) =>
    read(logOf(results, { invocations: [invocation] }));

  it("fails the agent when it says so", () => {
    const failed = { executionSuccessful: false, exitCodeDescription: "out of memory" };
    expect(() => parsing(failed)).toThrow("Lint reports that it failed: out of memory");
    expect(() =>
      parsing({
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: "error", message: { text: "no config" } }],
      }),
    ).toThrow(expect.objectContaining({ code: "sarif/tool-failed", place: "report.sarif" }));
  });

  it("names the hunks of the file it could not read, and goes on", () => {
    const error = (uri: string) => ({
      level: "error",
      message: { text: "Parsing error" },
      locations: [at(uri)],
    });
    const toolConfigurationNotifications = [error("src/a%20b.ts"), error("other.ts")];
    const invocation = { executionSuccessful: false, toolConfigurationNotifications };
    expect(parsing(invocation, [resultOf()])).toMatchObject({
      remarks: [{ rule: "lint/r" }],
      skipped: [{ path: "src/a b.ts", hunk: 0, reason: "Lint: Parsing error" }],
      corrections: [dropped("hunk not read: Lint: Parsing error")],
    });
  });

  it("passes over warnings", () => {
    const warning = { level: "warning", message: { text: "old config" } };
    expect(parsing({ toolExecutionNotifications: [warning] }).remarks).toEqual([]);
  });
});

describe("broken logs", () => {
  it.each([
    ["", "report.sarif is not JSON: it is empty"],
    ["<html>", "report.sarif is not JSON: "],
    ["[]", "report.sarif is not a SARIF 2.1.0 log: "],
    ['{"version":"2.0.0","runs":[]}', "version: "],
    ['{"version":"2.1.0","runs":[{"tool":{}}]}', "runs[0].tool.driver: "],
    [logOf([{ message: "m" }]), "report.sarif has no valid result: runs[0].results[0].message: "],
  ])("says what is wrong with %s", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("drops one broken result among others, and counts it", () => {
    const report = read(logOf([resultOf(), { message: 1 }, null]));
    expect(report.remarks).toHaveLength(1);
    expect(report.corrections).toEqual([dropped("not-a-valid-result", 2)]);
  });

  it("accepts runs without results, and a member called __proto__", () => {
    const text = logOf([resultOf()]).replace('"ruleId"', '"__proto__":{"level":"error"},"ruleId"');
    expect(read(text).remarks[0]?.severity).toBe("medium");
    expect(read('{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"L"}}}]}').remarks).toEqual(
      [],
    );
  });
});
