import type { ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import type { Reading } from "../reported/reading.ts";
import { severitiesOf } from "../reported/severity.ts";
import { Tally } from "../reported/tally.ts";
import { TaskLines } from "../reported/task-lines.ts";
import { parseRdjson } from "./parse.ts";
import type { RdjsonShape } from "./read.ts";

const task = taskOf({}, { "a.txt": "haya14busa\na𐐀b = c\nthird\r\nfourth\r\n" });

function readingOf(of: ReviewTask = task): Reading {
  return {
    agent: "lint",
    place: "out.json",
    roots: ["/repo"],
    lines: new TaskLines(of),
    severities: severitiesOf(undefined),
    categories: null,
    tally: new Tally(),
  };
}

function read(text: string, shape: RdjsonShape = "auto") {
  const reading = readingOf();
  return { ...parseRdjson(text, reading, shape), corrections: reading.tally.corrections() };
}

function diagnosticOf(overrides: object = {}, range: object | undefined = lines(1)) {
  return { message: "m", location: { path: "a.txt", range }, ...overrides };
}

const lines = (start: number, end?: number) => ({
  start: { line: start },
  ...(end === undefined ? {} : { end: { line: end } }),
});
const span = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const objectOf = (diagnostics: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ diagnostics, ...more });

describe("parseRdjson", () => {
  it("reads one object", () => {
    const code = { value: "no-thing", url: "https://example.com" };
    expect(read(objectOf([diagnosticOf({ severity: "ERROR", code })]))).toEqual({
      remarks: [
        {
          place: { kind: "lines", path: "a.txt", side: "new", startLine: 1, endLine: 1 },
          severity: "high",
          category: "correctness",
          rule: "lint/no-thing",
          message: "m",
          confidence: 0.8,
        },
      ],
      skipped: [],
      corrections: [],
    });
  });

  it.each([
    [
      "several lines",
      `${JSON.stringify(diagnosticOf())}\n\n${JSON.stringify(diagnosticOf({ message: "n" }))}\r\n`,
      2,
    ],
    ["a single line", JSON.stringify(diagnosticOf()), 1],
    ["nothing", "", 0],
  ])("tells lines from an object: %s", (_name, text, count) => {
    expect(read(text).remarks).toHaveLength(count);
  });

  it("refuses the other shape where one is asked for", () => {
    expect(() => read("", "object")).toThrow("out.json is not JSON: it is empty");
    expect(() => read(objectOf([diagnosticOf()]), "lines")).toThrow("line 1: message: ");
  });

  it.each([
    ["a line that is no JSON", "{}x\n", "out.json, line 1, is not JSON: "],
    [
      "an object without diagnostics",
      '{"a":1}',
      "out.json is not reviewdog's rdjson: diagnostics: ",
    ],
    ["no valid diagnostic", objectOf([{ message: 1 }]), "diagnostics[0]: message: "],
  ])("says what is wrong with %s", (_name, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("drops broken diagnostics among others, and counts them", () => {
    const report = read(objectOf([diagnosticOf(), {}, diagnosticOf({ message: " " })]));
    expect(report.remarks).toHaveLength(1);
    expect(report.corrections).toEqual([
      { kind: "dropped", reason: "not-a-valid-diagnostic", count: 1 },
      { kind: "dropped", reason: "without-a-message", count: 1 },
    ]);
  });

  it.each([
    ["WARNING", "medium"],
    ["INFO", "low"],
    [1, "high"],
    [undefined, "high"],
    ["NONSENSE", "high"],
  ])("maps the severity %s, the whole report's when there is none", (severity, expected) => {
    const text = objectOf([diagnosticOf({ severity })], { severity: "ERROR" });
    expect(read(text).remarks[0]?.severity).toBe(expected);
  });

  it("maps absolute paths to the root, and counts those outside", () => {
    const at = (path: string) => diagnosticOf({ location: { path, range: lines(2) } });
    const report = read(objectOf([at("/repo/a.txt"), at("/etc/passwd"), at("../a.txt")]));
    expect(report.remarks).toHaveLength(1);
    expect(report.corrections).toEqual([
      { kind: "dropped", reason: "outside-the-repository", count: 2 },
    ]);
  });
});

describe("ranges", () => {
  it.each([
    ["one line", lines(2), [2, 2]],
    ["lines, the last included", lines(1, 2), [1, 2]],
    ["columns", span(1, 2, 2, 3), [1, 2]],
    ["up to the start of the next line", span(1, 1, 2, 1), [1, 1]],
  ])("reads %s", (_name, range, [startLine, endLine]) => {
    const [remark] = read(objectOf([diagnosticOf({}, range)])).remarks;
    expect(remark?.place).toMatchObject({ startLine, endLine });
  });

  it.each([
    ["no range", undefined],
    ["no line", { start: { column: 3 } }],
    ["line zero", lines(0)],
  ])("takes %s as the whole file", (_name, range) => {
    const diagnostic = { message: "m", location: { path: "a.txt", range } };
    expect(read(objectOf([diagnostic])).remarks[0]?.place).toEqual({ kind: "file", path: "a.txt" });
  });
});

describe("suggestions", () => {
  const suggested = (range: object, text: string, source?: string) => {
    const line = (range as { start: { line: number } }).start.line;
    const one = diagnosticOf({ suggestions: [{ range, text }] }, lines(line));
    const report = read(objectOf([one], source === undefined ? {} : { source: { name: source } }));
    const { startLine, endLine, replacement } = report.remarks[0]?.suggestion ?? {};
    return startLine === undefined ? report.corrections : [startLine, endLine, replacement];
  };

  it.each([
    ["an update", span(1, 5, 1, 7), "15", [1, 1, "haya15busa"]],
    ["an insertion", span(1, 5, 1, 5), "!", [1, 1, "haya!14busa"]],
    ["an insertion without an end", { start: { line: 1, column: 5 } }, "!", [1, 1, "haya!14busa"]],
    ["a deletion", span(1, 5, 1, 7), "", [1, 1, "hayabusa"]],
    ["whole lines", lines(1, 2), "new", [1, 2, "new"]],
    ["a line with its end", span(1, 1, 2, 1), "", [1, 1, ""]],
    ["a line of a file with carriage returns", lines(3), "3\n3.5", [3, 3, "3\r\n3.5\r"]],
    ["the end of lines", lines(2), "", [2, 2, ""]],
    ["an empty line", span(2, 1, 2, 11), "", [1, 2, "haya14busa\n"]],
  ])("offers %s", (_name, range, text, expected) => {
    expect(suggested(range, text)).toEqual(expected);
  });

  it("counts columns in bytes, as the format says, and in characters for Biome", () => {
    expect(suggested(span(2, 6, 2, 7), "B")).toEqual([2, 2, "a𐐀B = c"]);
    expect(suggested(span(2, 3, 2, 4), "B", "Biome")).toEqual([2, 2, "a𐐀B = c"]);
  });

  it("offers nothing that stands inside a character", () => {
    expect(suggested(span(2, 3, 2, 4), "B")).toEqual([
      { kind: "demoted", reason: "suggestion-does-not-apply", count: 1 },
    ]);
  });
});
