import { expect, test } from "vitest";
import { type Files, gitDiff } from "../../../../test/support/change.ts";
import { emptyChange, panelFindingOf } from "../../../../test/support/report.ts";
import { parseDiff } from "../diff/parse.ts";
import type { Finding } from "../finding/model.ts";
import { type ScopedHunk, scopeChange } from "../scope/scope-change.ts";
import { detachFinding, returnFinding } from "./move-finding.ts";

const base = Array.from({ length: 40 }, (_, at) => `line ${at + 1}`);

/** The one hunk of a change of the middle of a file, `above` lines further down, with wide context. */
function hunkBelow(above: number): ScopedHunk {
  const lines = [...Array.from({ length: above }, (_, at) => `above ${at}`), ...base];
  const text = (all: readonly string[]): Files => ({ "a.ts": `${all.join("\n")}\n` });
  const after = lines.toSpliced(above + 19, 2, "changed 20", "changed 21", "changed 22");
  const files = parseDiff(gitDiff(text(lines), text(after), ["-U10"])).files.map((diff) => {
    return { diff, before: null, after: null, sizeAfter: null };
  });
  const [hunk] = scopeChange(emptyChange({ files }), []).flatMap((file) => file.hunks);
  if (hunk === undefined) throw new Error("the change has no hunk");
  return hunk;
}

const at = (startLine: number, endLine = startLine, side: "old" | "new" = "new"): Finding =>
  panelFindingOf({ place: { kind: "lines", path: "a.ts", side, startLine, endLine } });

test.each([
  ["the first change", at(20), 25],
  ["several lines", at(20, 22), 25],
  ["the nearest context above", at(17), 22],
  ["the nearest context below", at(25), 30],
  ["a deleted line", at(21, 21, "old"), 26],
])("a finding on %s moves with its hunk", (_title, finding, line) => {
  const note = detachFinding(hunkBelow(0), finding);
  const moved = note && returnFinding(hunkBelow(5), note);
  expect(moved?.place).toMatchObject({ startLine: line });
  expect(moved && { ...moved, place: finding.place }).toEqual(finding);
});

test.each([
  ["far above the change", at(16)],
  ["far below the change", at(26)],
  ["that reaches beyond the near context", at(20, 26)],
  ["on the file", panelFindingOf({ place: { kind: "file", path: "a.ts" } })],
  ["on another file", panelFindingOf()],
])("a finding %s is no part of what identifies the hunk", (_title, finding) => {
  expect(detachFinding(hunkBelow(0), finding)).toBeNull();
});

test("a suggestion must lie within what identifies the hunk, and beside the new side", () => {
  const suggestion = { startLine: 20, endLine: 30, replacement: "" };
  expect(detachFinding(hunkBelow(0), { ...at(20), suggestion })).toBeNull();
  const near = { ...suggestion, endLine: 22 };
  expect(detachFinding(hunkBelow(0), { ...at(20, 20, "old"), suggestion: near })).toBeNull();
  expect(detachFinding(hunkBelow(0), { ...at(20), suggestion: near })).not.toBeNull();
});

test("a note that points out of its hunk leads nowhere", () => {
  const note = { hunk: "", offset: 400, finding: at(20) };
  expect(returnFinding(hunkBelow(0), note)).toBeNull();
  expect(returnFinding(hunkBelow(0), { ...note, offset: -400 })).toBeNull();
  const long = at(1, 2 ** 40);
  expect(returnFinding(hunkBelow(0), { ...note, offset: 0, finding: long })).toBeNull();
});

test("wide context does not take part in the fingerprint", () => {
  expect(hunkBelow(5).fingerprint).toBe(hunkBelow(0).fingerprint);
});
