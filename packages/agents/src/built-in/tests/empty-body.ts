import type { FileSide } from "./side.ts";
import type { TestCase } from "./test-cases.ts";
import type { TestLanguage } from "./test-language.ts";

const emptyBody: Partial<Readonly<Record<TestLanguage, RegExp>>> = {
  javascript:
    /^[\w.]+ ?\( ?["'`] *["'`] ?, ?(?:async ?)?(?:function ?\w* ?)?(?:\([^()]*\)|\w+) ?(?:=> ?)?\{ ?\}(?: ?, ?\d*)? ?\);?$/,
  python: /^(?:async )?def \w+ ?\([^()]*\) ?(?:->[^:]*)?:(?: ?["'])*(?: ?(?:pass|\.\.\.))?$/,
  ruby: /\bdo(?: \|\w*\|)?$/,
};

/** Whether the test has a body, and nothing in it but comments. */
export function isEmptyBody(side: FileSide, test: TestCase): boolean {
  const lines: string[] = [];
  for (let line = test.start; line <= Math.min(test.end, test.start + 60); line++) {
    lines.push(side.code(line));
  }
  const code = lines.join(" ").replaceAll(/\s+/g, " ").trim();
  return emptyBody[side.language]?.test(code) ?? /^[^{]*\{ ?\}$/.test(code);
}
