import type { PanelFinding, Place } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { changeOf } from "../../../test/support/change.ts";
import { panelFindingOf, reportOf } from "../../../test/support/report.ts";
import { CodeFrames } from "./code-frame.ts";

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);

const before = { "a.txt": `${numbers(1, 30).join("\n")}\n` };
const after = { "a.txt": before["a.txt"].replace("line 10\n", "LINE 10\r\n\tnew\u001b\n") };

function at(place: Partial<Extract<Place, { kind: "lines" }>>): PanelFinding {
  const lines = { kind: "lines", path: "a.txt", side: "new", startLine: 10, endLine: 10 } as const;
  return panelFindingOf({ place: { ...lines, ...place } });
}

describe("CodeFrames", () => {
  const change = changeOf(before, after);
  const frames = new CodeFrames(reportOf({}, { change }));

  it("shows the lines around the place, marks those it is about, and says what changed", () => {
    const frame = frames.frame(at({ startLine: 10, endLine: 11 }), 1);
    expect(frame?.lines).toEqual([
      { number: 9, text: "line 9", kind: "context", marked: false },
      { number: 10, text: "LINE 10", kind: "added", marked: true },
      { number: 11, text: "    new␛", kind: "added", marked: true },
      { number: 12, text: "line 11", kind: "context", marked: false },
    ]);
  });

  it("shows the file before the change for a place on the old side", () => {
    const frame = frames.frame(at({ side: "old" }), 0);
    expect(frame?.lines).toEqual([{ number: 10, text: "line 10", kind: "deleted", marked: true }]);
  });

  it("reads on outside the hunks where the whole file is at hand", () => {
    const frame = frames.frame(at({ startLine: 25, endLine: 25 }), 1);
    expect(frame?.lines.map(({ text }) => text)).toEqual(numbers(23, 25));
  });

  it("makes do with the hunks where only a diff is at hand", () => {
    const bare = change.files.map((file) => ({ ...file, before: null, after: null }));
    const fromDiff = new CodeFrames(reportOf({}, { change: { ...change, files: bare } }));
    expect(fromDiff.frame(at({}), 1)?.lines.map(({ number }) => number)).toEqual([9, 10, 11]);
    expect(fromDiff.frame(at({ startLine: 25, endLine: 25 }), 1)).toBeNull();
  });

  it("cuts a place that is too long to show, and says by how much", () => {
    const frame = frames.frame(at({ startLine: 2, endLine: 31 }), 1, 5);
    expect(frame?.lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(frame?.omitted).toBe(25);
  });

  it("is not led into endless work by a place that does not exist", () => {
    expect(frames.frame(at({ startLine: 1e9, endLine: 2e9 }))).toBeNull();
    expect(frames.newLines("a.txt", 1, 2e9)).toBeNull();
    expect(frames.frame(at({ path: "no such file" }))).toBeNull();
  });

  it("takes a known value out before a line is shortened, so that no part of it is left", () => {
    const long = changeOf({}, { "b.txt": `${"x".repeat(390)}velvet-horse-battery\n` });
    const redact = (text: string): string => text.replaceAll("velvet-horse-battery", "***");
    const place = { path: "b.txt", startLine: 1, endLine: 1 };
    const textWith = (overrides: object): string | undefined =>
      new CodeFrames(reportOf({}, { change: long, ...overrides })).frame(at(place))?.lines[0]?.text;
    expect(textWith({})).toContain("velvet");
    expect(textWith({ redact })).toBe(`${"x".repeat(390)}***`);
  });

  it("has none for a file or the whole change", () => {
    expect(frames.frame(panelFindingOf({ place: { kind: "file", path: "a.txt" } }))).toBeNull();
    expect(frames.frame(panelFindingOf({ place: { kind: "change" } }))).toBeNull();
  });
});
