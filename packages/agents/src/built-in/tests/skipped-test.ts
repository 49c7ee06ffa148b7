import type { RuleDoc, TaskFile } from "@swarm-actions/review";
import { type AddedLine, addedLines, placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { type FileSide, sideOf } from "./side.ts";
import { isSkipConditional, namesSkippedTest, skipAt, statesReason } from "./skip-marker.ts";
import { testFiles } from "./test-file.ts";

const doc: RuleDoc = {
  id: "tests/skipped-test",
  title: "A test that is newly skipped",
  severity: "medium",
  category: "tests",
  why: "A skipped test proves nothing any more, and nobody sees it in a green run.",
  fix: "Make the test pass, delete it with what it tests, or state beside the marker why it is skipped and until when.",
  flagged: [
    {
      title: "a test that ran before, without a reason",
      before: { "src/sum.test.ts": 'it("adds", () => {\n  expect(sum(1, 2)).toBe(3);\n});\n' },
      after: { "src/sum.test.ts": 'it.skip("adds", () => {\n  expect(sum(1, 2)).toBe(3);\n});\n' },
    },
    {
      title: "a decorator",
      before: { "tests/test_sum.py": "def test_adds():\n    assert add(1, 2) == 3\n" },
      after: {
        "tests/test_sum.py": "@pytest.mark.skip\ndef test_adds():\n    assert add(1, 2) == 3\n",
      },
    },
    {
      title: "a call at the top of a Go test",
      before: { "sum_test.go": "func TestAdd(t *testing.T) {\n\tcheck(t)\n}\n" },
      after: { "sum_test.go": "func TestAdd(t *testing.T) {\n\tt.Skip()\n\tcheck(t)\n}\n" },
    },
    {
      title: "an ignored Rust test",
      before: { "src/sum.rs": "#[test]\nfn adds() {\n    assert_eq!(add(1, 2), 3);\n}\n" },
      after: {
        "src/sum.rs": "#[test]\n#[ignore]\nfn adds() {\n    assert_eq!(add(1, 2), 3);\n}\n",
      },
    },
    {
      title: "a disabled JUnit test",
      before: { "src/test/java/SumTest.java": "@Test\nvoid adds() {\n  check();\n}\n" },
      after: { "src/test/java/SumTest.java": "@Disabled\n@Test\nvoid adds() {\n  check();\n}\n" },
    },
  ],
  clean: [
    {
      title: "a condition decides",
      after: {
        "sum_test.go":
          "func TestAdd(t *testing.T) {\n\tif testing.Short() {\n\t\tt.Skip()\n\t}\n\tcheck(t)\n}\n",
        "tests/test_sum.py":
          '@pytest.mark.skipif(sys.platform == "win32", reason="paths")\ndef test_adds():\n    assert add(1, 2) == 3\n',
      },
    },
    {
      title: "a new test whose skip has a reason",
      after: {
        "tests/test_sum.py":
          '@pytest.mark.skip(reason="needs a server")\ndef test_adds():\n    assert add(1, 2) == 3\n',
      },
    },
    {
      title: "a skipped test that only moved",
      before: {
        "a.test.ts": 'it.skip("adds", () => {\n  expect(1).toBe(1);\n});\n\nconst after = 1;\n',
      },
      after: {
        "a.test.ts": 'const after = 1;\n\nit.skip("adds", () => {\n  expect(1).toBe(1);\n});\n',
      },
    },
  ],
};

/** Finds skip markers that the change adds to tests, unless a condition decides about them. */
export const skippedTest: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    const files = testFiles(task);
    const moved = skipsTakenAway(files);
    for (const file of files) {
      const side = sideOf(file, "new");
      if (side === null) continue;
      for (const line of addedLines(file)) {
        if (skipAt(side, line.line) === null || isSkipConditional(side, line.line)) continue;
        const left = moved.get(line.text.trim()) ?? 0;
        if (left > 0) moved.set(line.text.trim(), left - 1);
        else yield* observe(file, side, line);
      }
    }
  },
};

function* observe(file: TaskFile, side: FileSide, line: AddedLine): Iterable<Observation> {
  const reason = statesReason(side, line.line);
  const ranBefore = ranBeforehand(file, namesSkippedTest(side, line.line));
  if (reason && !ranBefore) return;
  const place = placeOfLines(line);
  if (!ranBefore) {
    const message = "This test arrives skipped and does not say why. State the reason beside it.";
    yield { place, message, severity: "low" };
  } else if (reason) {
    const message = "This change switches off a test that ran before.";
    yield { place, message, severity: "low" };
  } else {
    const message =
      "This change switches off a test that ran before and does not say why. Repair it, or state the reason beside the marker.";
    yield { place, message };
  }
}

/** Whether the old side knows the test. With the diff alone, only what its hunks show counts. */
function ranBeforehand(file: TaskFile, name: string | null): boolean {
  if (name === null || file.diff.oldPath === null) return false;
  if (file.before !== null) return file.before.includes(name);
  return file.diff.hunks.some((hunk) =>
    hunk.lines.some((line) => line.kind !== "added" && line.text.includes(name)),
  );
}

/** Skip markers on deleted lines, counted: the same line elsewhere has only moved. */
function skipsTakenAway(files: readonly TaskFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    const side = sideOf(file, "old");
    if (side === null) continue;
    for (const { kind, text, oldLine } of file.diff.hunks.flatMap((hunk) => hunk.lines)) {
      if (kind !== "deleted" || oldLine === null || skipAt(side, oldLine) === null) continue;
      counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
    }
  }
  return counts;
}
