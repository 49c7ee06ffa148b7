import type { DiffLine, Place, RuleDoc, TaskFile } from "@swarm-actions/review";
import { addedLines, reviewedHunks } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { hasAssertion, maySettleSomething } from "./assertion.ts";
import { isEmptyBody } from "./empty-body.ts";
import { type FileSide, sideOf } from "./side.ts";
import { type TestCase, testCases } from "./test-cases.ts";
import { testFiles } from "./test-file.ts";

const kept = 'it("adds", () => {\n  const total = sum(1, 2);\n  expect(total).toBe(3);\n});\n';

const doc: RuleDoc = {
  id: "tests/removed-assertion",
  title: "Assertions taken out of a test that stays, with nothing in their place",
  severity: "medium",
  category: "tests",
  why: "A test that lost its assertions passes whatever the code does.",
  fix: "Put back what the test has to prove, or delete the test if there is nothing left to prove.",
  flagged: [
    {
      title: "the only assertion is gone",
      before: { "src/sum.test.ts": kept },
      after: { "src/sum.test.ts": 'it("adds", () => {\n  const total = sum(1, 2);\n});\n' },
    },
    {
      title: "the only assertion became a comment",
      before: {
        "sum_test.go":
          "func TestAdd(t *testing.T) {\n\tx := Add(1, 2)\n\trequire.Equal(t, 3, x)\n}\n",
      },
      after: {
        "sum_test.go":
          "func TestAdd(t *testing.T) {\n\tx := Add(1, 2)\n\t// require.Equal(t, 3, x)\n}\n",
      },
    },
    {
      title: "one of several is gone",
      before: {
        "tests/test_sum.py":
          "def test_adds():\n    total = add(1, 2)\n    assert total == 3\n    assert total > 0\n",
      },
      after: {
        "tests/test_sum.py": "def test_adds():\n    total = add(1, 2)\n    assert total > 0\n",
      },
    },
  ],
  clean: [
    {
      title: "another assertion takes its place",
      before: { "src/sum.test.ts": kept },
      after: { "src/sum.test.ts": kept.replace("expect(total).toBe(3)", "checkTotal(total)") },
    },
    {
      title: "the whole test goes with what it tested",
      before: { "src/sum.test.ts": `${kept}\nit("stays", () => {\n  expect(1).toBe(1);\n});\n` },
      after: { "src/sum.test.ts": 'it("stays", () => {\n  expect(1).toBe(1);\n});\n' },
    },
  ],
};

/** Compares tests of one name on both sides; needs both files whole. */
export const removedAssertion: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const file of testFiles(task)) {
      const [before, after] = [sideOf(file, "old"), sideOf(file, "new")];
      if (before === null || after === null) continue;
      const lost = lostAssertions(file, before);
      if (lost.length <= 2 * gainedAssertions(file, after)) continue;
      const later = testCases(after);
      for (const earlier of testCases(before).values()) {
        const now = later.get(earlier.name);
        const gone = lost.filter(({ oldLine }) => isWithin(earlier, oldLine));
        if (now === undefined || gone.length === 0) continue;
        if (isReplaced(file, after, now) || isEmptyBody(after, now)) continue;
        yield observe(file, earlier.name, gone, provesNothing(after, now));
      }
    }
  },
};

function lostAssertions(file: TaskFile, before: FileSide): readonly DiffLine[] {
  return reviewedHunks(file)
    .flatMap(({ hunk }) => hunk.lines)
    .filter(
      ({ kind, oldLine }) =>
        kind === "deleted" &&
        oldLine !== null &&
        hasAssertion(before.code(oldLine), before.language),
    );
}

/** A file that gains half as many assertions as it loses has been reshaped: tables take fewer. */
function gainedAssertions(file: TaskFile, after: FileSide): number {
  const lines = [...addedLines(file)];
  return lines.filter(({ line }) => hasAssertion(after.code(line), after.language)).length;
}

function isReplaced(file: TaskFile, after: FileSide, test: TestCase): boolean {
  return file.diff.hunks.some((hunk) =>
    hunk.lines.some(
      ({ kind, newLine }) =>
        kind === "added" &&
        newLine !== null &&
        isWithin(test, newLine) &&
        /\w/.test(after.code(newLine)),
    ),
  );
}

function provesNothing(after: FileSide, test: TestCase): boolean {
  for (let line = test.start + 1; line <= test.end; line++) {
    if (maySettleSomething(after.code(line))) return false;
  }
  return true;
}

function observe(
  file: TaskFile,
  name: string,
  gone: readonly DiffLine[],
  nothingLeft: boolean,
): Observation {
  const lines = gone.flatMap(({ oldLine }) => oldLine ?? []);
  const place: Place = {
    kind: "lines",
    path: file.diff.path,
    side: "old",
    startLine: lines[0] ?? 1,
    endLine: lines[0] ?? 1,
  };
  const quoted = `“${name.slice(0, 80)}”`;
  return nothingLeft
    ? {
        place,
        message: `The test ${quoted} loses its last assertion and now passes whatever the code does.`,
      }
    : {
        place,
        severity: "low",
        message: `The test ${quoted} loses ${lines.length === 1 ? "an assertion" : `${lines.length} assertions`} and gains nothing in its place.`,
      };
}

function isWithin(test: TestCase, line: number | null): boolean {
  return line !== null && line >= test.start && line <= test.end;
}
