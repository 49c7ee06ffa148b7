import type { RuleDoc } from "@swarm-actions/review";
import { addedLines, placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { type FileSide, sideOf } from "./side.ts";
import { testFiles } from "./test-file.ts";

const doc: RuleDoc = {
  id: "tests/idle-assertion",
  title: "An assertion that asserts nothing",
  severity: "medium",
  category: "tests",
  why: "It reads like a check and can never fail.",
  fix: "Call the matcher: `expect(value).toBe(…)`, `expect(spy).not.toHaveBeenCalled()`.",
  flagged: [
    {
      title: "a matcher that is not called",
      after: {
        "src/save.test.ts": 'it("saves", () => {\n  expect(spy).not.toHaveBeenCalled;\n});\n',
      },
    },
    {
      title: "`expect` without a matcher",
      after: { "src/save.test.ts": 'it("saves", () => {\n  expect(isSaved(file));\n});\n' },
    },
    {
      title: "a mock's assertion that is not called",
      after: { "tests/test_save.py": "def test_saves():\n    save.assert_called_once\n" },
    },
    {
      title: "a tuple, which is always true",
      after: { "tests/test_save.py": 'def test_saves():\n    assert (saved == 1, "not saved")\n' },
    },
  ],
  clean: [
    {
      title: "matchers that are called, on this line or the next",
      after: {
        "src/save.test.ts":
          'it("saves", () => {\n  expect(spy).toHaveBeenCalled();\n  expect(spy)\n    .not.toHaveBeenCalled();\n  expect(flag).to.be.true;\n  expect.assertions(1);\n});\n',
      },
    },
    {
      title: "a parenthesised condition, and one over two lines",
      after: {
        "tests/test_save.py":
          "def test_saves():\n    assert (saved == 1)\n    assert (saved, x) == (1, 2)\n    save.assert_called_once()\n",
      },
    },
  ],
};

const uncalledMatcher =
  /\bexpect\s*\(.*\)(?:\.\w+)*\.(to(?:Be|Equal|StrictEqual|Have|Throw|Match|Contain|Return|Resolve)\w*)\s*;?\s*$/;
const uncalledMock = /^\s*[\w.]+\.(assert_(?:called|not_called|any_call|has_calls|awaited)\w*)\s*$/;

/** Finds assertions on added lines that cannot fail. */
export const idleAssertion: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const file of testFiles(task)) {
      const side = sideOf(file, "new");
      if (side === null) continue;
      for (const line of addedLines(file)) {
        const message = idleAt(side, line.line);
        if (message !== null) yield { place: placeOfLines(line), message };
      }
    }
  },
};

function idleAt(side: FileSide, line: number): string | null {
  const code = side.code(line);
  if (code.length > 1_000) return null;
  if (side.language === "javascript") return idleExpectation(side, line, code);
  if (side.language !== "python") return null;
  const matcher = uncalledMock.exec(code)?.[1];
  if (matcher !== undefined)
    return `\`${matcher}\` is not called, so nothing is checked. Add \`()\`.`;
  const isTuple = /^\s*assert\s*\(/.test(code) && hasTopLevelComma(code.slice(code.indexOf("(")));
  return isTuple ? "This asserts a tuple, which is always true. Take the parentheses away." : null;
}

function idleExpectation(side: FileSide, line: number, code: string): string | null {
  if (!/\bexpect\s*\(/.test(code) || goesOn(side, line)) return null;
  const matcher = uncalledMatcher.exec(code)?.[1];
  if (matcher !== undefined)
    return `\`${matcher}\` is not called, so nothing is checked. Add \`()\`.`;
  const bare = /^\s*(?:await\s+)?expect\s*(\(.*\))\s*;?\s*$/.exec(code)?.[1];
  if (bare === undefined || !closesAtEnd(bare)) return null;
  return "`expect` without a matcher checks nothing. Say what is expected of the value.";
}

/** Whether the next line of code continues the statement. */
function goesOn(side: FileSide, line: number): boolean {
  if (/;\s*$/.test(side.code(line))) return false;
  for (let next = line + 1; next <= line + 20; next++) {
    const code = side.code(next).trim();
    if (code !== "") return /^[.(?[`]/.test(code);
    if (next > side.end) return !side.whole;
  }
  return false;
}

/** Whether the bracket that opens the text closes only at its end. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character) && --depth === 0) return index === text.length - 1;
  }
  return false;
}

function hasTopLevelComma(text: string): boolean {
  let depth = 0;
  let comma = false;
  for (const [index, character] of [...text].entries()) {
    if ("([{".includes(character)) depth++;
    if (character === "," && depth === 1) comma = true;
    if (")]}".includes(character) && --depth === 0)
      return comma && text.slice(index + 1).trim() === "";
  }
  return false;
}
