import type { Place, RuleDoc, TaskFile } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { isGeneratedFile } from "../generated.ts";
import { isDocsPath, isTestPath, isToolPath } from "../path-kinds.ts";
import { deletedLines, newLogic } from "./new-logic.ts";
import { sideOf } from "./side.ts";
import { isMaintainedCode } from "./test-file.ts";
import { type TestLanguage, testLanguageOf } from "./test-language.ts";

/** Fewer new lines of logic than this are not worth a remark. */
const smallest = 10;

const logic =
  "export function price(item) {\n  if (item.free) return 0;\n  let total = item.net;\n  for (const tax of item.taxes) {\n    total += total * tax.rate;\n  }\n  if (item.coupon) {\n    total -= item.coupon.value;\n  }\n  if (total < 0) total = 0;\n  if (total > 1000) log(total);\n  return round(total);\n}\n";
const tests = {
  "test/price.test.js": 'it("is free", () => {\n  expect(price(free)).toBe(0);\n});\n',
};

const doc: RuleDoc = {
  id: "tests/untested-change",
  title: "Source changed, and no test with it",
  severity: "low",
  category: "tests",
  why: "What no test covers breaks unnoticed by the next change.",
  fix: "Add or adapt a test that fails without this change.",
  flagged: [
    {
      title: "new logic in a project that has tests",
      before: { ...tests, "src/price.js": "export const one = 1;\n" },
      after: { ...tests, "src/price.js": logic },
    },
  ],
  clean: [
    {
      title: "a test came along",
      before: { "src/price.js": "export const one = 1;\n" },
      after: { ...tests, "src/price.js": logic },
    },
    {
      title: "a project without any tests",
      before: { "src/price.js": "export const one = 1;\n" },
      after: { "src/price.js": logic },
    },
    {
      title: "comments, a version and a moved file",
      before: {
        ...tests,
        "src/price.js": logic,
        "src/version.js": 'export const version = "1";\n',
      },
      after: {
        ...tests,
        "src/cost/price.js": `// What a thing costs.\n${logic}`,
        "src/version.js": 'export const version = "2";\n',
      },
    },
  ],
};

/** One remark on the change when it brings logic and touches no test, where there are tests. */
export const untestedChange: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    const tested = testedLanguages(task.repositoryPaths);
    if (tested.size === 0 || task.files.some(touchesTests)) return;
    const sources = task.files.filter((file) => isTestedSource(file, tested));
    const moved = deletedLines(task.files);
    const counts = sources.map((file) => newLogic(file, moved));
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total < smallest) return;
    const changed = sources.filter((_, index) => (counts[index] ?? 0) > 0);
    const message = `${total} new lines of logic and no changed test. Add or adapt a test that fails without this change.`;
    yield { place: placeOf(changed), message, confidence: 0.6 };
  },
};

/** Languages in which the repository has tests. TypeScript and JavaScript are one. */
function testedLanguages(paths: readonly string[]): ReadonlySet<TestLanguage> {
  const languages = new Set<TestLanguage>();
  for (const path of paths) {
    const language = isSurelyTest(path) ? testLanguageOf(path) : null;
    if (language !== null) languages.add(language);
  }
  return languages;
}

/**
 * Stricter than the name alone: folders `testing` hold helpers for the tests of others, and a
 * `ConnectionSpec` or an `install-test` outside a test folder is a part of the program.
 */
function isSurelyTest(path: string): boolean {
  if (!isTestPath(path) || !isMaintainedCode(path)) return false;
  if (/(^|\/)(tests?|specs?|__tests__|e2e)\//i.test(path)) return true;
  return !/(^|\/)testing\/|Spec\.(?:java|kt|cs|php)$|-tests?\.[^/.]+$/.test(path);
}

function touchesTests(file: TaskFile): boolean {
  const { path, oldPath, hunks } = file.diff;
  if (isTestPath(path) || isTestPath(oldPath ?? path)) return true;
  const side = testLanguageOf(path) === "rust" ? sideOf(file, "new") : null;
  if (side === null) return false;
  // Rust keeps unit tests in a module at the end of the file they test.
  let module = side.end + 1;
  for (let line = side.end; line >= 1; line--)
    if (/#\[cfg\(test\)\]/.test(side.code(line))) module = line;
  return hunks.some((hunk) => hunk.newStart + hunk.newCount > module);
}

function isTestedSource(file: TaskFile, tested: ReadonlySet<TestLanguage>): boolean {
  const { path } = file.diff;
  const language = testLanguageOf(path);
  if (language === null || !tested.has(language) || !isMaintainedCode(path)) return false;
  if (isToolPath(path) || isDocsPath(path) || /(?:^|[./])(?:config|conf|rc)\.[^/]+$/.test(path))
    return false;
  return !isGeneratedFile(file);
}

function placeOf(files: readonly TaskFile[]): Place {
  const [only, second] = files;
  if (only === undefined || second !== undefined) return { kind: "change" };
  return { kind: "file", path: only.diff.path };
}
