import type { Place, RuleDoc, TaskFile } from "@swarm-actions/review";
import { addedLines, reviewedHunks } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { isEmptyBody } from "./empty-body.ts";
import { sideOf } from "./side.ts";
import { type TestCase, testCases } from "./test-cases.ts";
import { testFiles } from "./test-file.ts";

const doc: RuleDoc = {
  id: "tests/empty-test",
  title: "A test without anything in it",
  severity: "medium",
  category: "tests",
  why: "An empty test always passes and looks like proof.",
  fix: "Write the test, or mark it as still to be written in the way the runner knows (`it.todo`).",
  flagged: [
    {
      title: "emptied",
      before: { "src/sum.test.ts": 'it("adds", () => {\n  expect(sum(1, 2)).toBe(3);\n});\n' },
      after: { "src/sum.test.ts": 'it("adds", () => {\n});\n' },
    },
    {
      title: "arrives empty but for a comment",
      after: { "sum_test.go": "func TestAdd(t *testing.T) {\n\t// later\n}\n" },
    },
    { title: "only `pass`", after: { "tests/test_sum.py": "def test_adds():\n    pass\n" } },
  ],
  clean: [
    {
      title: "a test with a body, and one marked as still to be written",
      after: {
        "src/sum.test.ts":
          'it.todo("subtracts");\n\nit("adds", () => {\n  const empty = () => {};\n  expect(sum(empty)).toBe(3);\n});\n',
      },
    },
    {
      title: "an empty function that is no test",
      after: { "tests/test_sum.py": "def helper():\n    pass\n" },
    },
  ],
};

/** Finds tests that the change leaves without a body; needs the file whole. */
export const emptyTest: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const file of testFiles(task)) {
      const [before, after] = [sideOf(file, "old"), sideOf(file, "new")];
      if (after === null) continue;
      const earlier = before === null ? new Map<string, TestCase>() : testCases(before);
      for (const test of testCases(after).values()) {
        const place = placeOfTest(file, test);
        if (place === null || !isEmptyBody(after, test)) continue;
        const known = earlier.get(test.name);
        if (known === undefined) {
          yield {
            place,
            severity: "low",
            message: "This test is empty: it passes without proving anything.",
          };
        } else if (before !== null && !isEmptyBody(before, known)) {
          yield {
            place,
            message: "This change empties the test, which now passes whatever the code does.",
          };
        }
      }
    }
  },
};

/** The line of the test's opening, or the first added line in it; null when neither is under review. */
function placeOfTest(file: TaskFile, test: TestCase): Place | null {
  const at = (line: number): Place => {
    return { kind: "lines", path: file.diff.path, side: "new", startLine: line, endLine: line };
  };
  for (const { hunk } of reviewedHunks(file)) {
    if (hunk.lines.some(({ newLine }) => newLine === test.start)) return at(test.start);
  }
  for (const { line } of addedLines(file)) {
    if (line >= test.start && line <= test.end) return at(line);
  }
  return null;
}
