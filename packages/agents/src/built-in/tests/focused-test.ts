import type { RuleDoc } from "@swarm-actions/review";
import { addedLines, placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { sideOf } from "./side.ts";
import { testFiles } from "./test-file.ts";
import type { TestLanguage } from "./test-language.ts";

const focus: Partial<Readonly<Record<TestLanguage, RegExp>>> = {
  javascript:
    /(?<![\w$.])(?:(?:(?:Deno\.)?test|describe|it|suite|context|specify|bench)(?:\.\w+)*\.only\b(?!\s*[:=,)])|(?:fit|fdescribe|fcontext|ddescribe|iit)\s*\(\s*["'`])/,
  ruby: /(?<![\w$.])(?:(?:fit|fdescribe|fcontext|fspecify)\s*(?:\(\s*)?["'A-Z]|(?:it|describe|context|specify|scenario|feature)\b.*(?:\bfocus:\s*true|,\s*:focus)\b)/,
  go: /(?<![\w$.])(?:FIt|FDescribe|FDescribeTable|FContext|FWhen|FSpecify|FEntry)\s*\(\s*["`]/,
  php: /\)\s*->only\s*\(\s*\)/,
};

const doc: RuleDoc = {
  id: "tests/focused-test",
  title: "A focus marker left in a test file",
  severity: "high",
  category: "tests",
  why: "A focused test silently turns off all the others, and the run stays green.",
  fix: "Take the marker away, so that the whole file runs again.",
  flagged: [
    {
      title: "`it.only`",
      before: { "src/sum.test.ts": 'it("adds", () => {\n  expect(sum(1, 2)).toBe(3);\n});\n' },
      after: { "src/sum.test.ts": 'it.only("adds", () => {\n  expect(sum(1, 2)).toBe(3);\n});\n' },
    },
    {
      title: "a focused suite of Jasmine's kind",
      after: { "spec/sum.spec.js": 'fdescribe("sum", () => {\n  it("adds", check);\n});\n' },
    },
    {
      title: "RSpec's metadata",
      after: { "spec/sum_spec.rb": 'it "adds", focus: true do\n  expect(sum).to eq(3)\nend\n' },
    },
    {
      title: "Ginkgo's prefix",
      after: { "sum_test.go": 'var _ = FDescribe("sum", func() {\n\tcheck()\n})\n' },
    },
  ],
  clean: [
    {
      title: "the marker in a comment, in a string, and as a name of something else",
      after: {
        "src/sum.test.ts":
          '// never commit it.only("x")\nit("refuses describe.only(", () => {\n  expect(db.only("a")).toBe(1);\n});\n',
      },
    },
    {
      title: "a function `fit` that is no test",
      after: {
        "test/model.test.js": 'it("fits", () => {\n  expect(model.fit("x")).toBe(1);\n});\n',
      },
    },
    {
      title: "the same word outside tests",
      after: { "src/query.ts": 'export const query = context.only("id");\n' },
    },
  ],
};

/** Finds focus markers on added lines of test files. */
export const focusedTest: Rule = {
  doc,
  *check(task): Iterable<Observation> {
    for (const file of testFiles(task)) {
      const side = sideOf(file, "new");
      const pattern = side === null ? undefined : focus[side.language];
      if (side === null || pattern === undefined) continue;
      for (const line of addedLines(file)) {
        const marker = pattern.exec(side.code(line.line))?.[0].replace(/[\s("'`].*$/, "");
        if (marker === undefined) continue;
        const message = `\`${marker}\` makes the runner leave out every other test of this file, and the run stays green. Take the focus away.`;
        yield { place: placeOfLines(line), message };
      }
    }
  },
};
