import { type FileSide, indentationOf } from "./side.ts";
import type { TestLanguage } from "./test-language.ts";

/** One test in a file: from the line that names it to the line that closes it. */
export interface TestCase {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const longestTest = 2_000;
const braces = new Set<TestLanguage>([
  "javascript",
  "go",
  "rust",
  "java",
  "kotlin",
  "php",
  "csharp",
]);

/** The tests of a whole file that bear a name of their own; of two with one name, neither. */
export function testCases(side: FileSide): ReadonlyMap<string, TestCase> {
  const cases = new Map<string, TestCase | null>();
  if (!side.whole) return new Map();
  for (let line = 1; line <= side.end; line++) {
    const name = testNameAt(side, line);
    if (name === null) continue;
    const end = braces.has(side.language) ? endByBraces(side, line) : endByIndentation(side, line);
    const found = end === null ? null : { name, start: line, end };
    cases.set(name, cases.has(name) ? null : found);
  }
  const certain = [...cases].filter((entry): entry is [string, TestCase] => entry[1] !== null);
  return new Map(certain);
}

/** The name of the test that the line opens, or null. */
export function testNameAt(side: FileSide, line: number): string | null {
  const code = side.code(line);
  switch (side.language) {
    case "javascript":
      return /^\s*[xf]?(?:it|test|specify)(?:\.\w+)*\s*\(\s*["'`]/.test(code)
        ? titleOf(side.raw(line))
        : null;
    case "ruby":
      return /^\s*[xf]?(?:it|specify|test|scenario)\s*(?:\(\s*)?["']/.test(code)
        ? titleOf(side.raw(line))
        : nameBy(/^\s*def\s+(test\w*)/, code);
    case "python":
      return nameBy(/^\s*(?:async\s+)?def\s+(test\w*)\s*\(/, code);
    case "go":
      return nameBy(/^func\s+((?:Test|Fuzz)(?!Main\b)\w*)\s*\(/, code);
    case "php":
      return nameBy(/\bfunction\s+(test\w*)\s*\(/, code);
    case "rust":
      return afterAttribute(side, line, /#\[(?:\w+::)*test\b/, /\bfn\s+(\w+)/);
    case "java":
      return afterAttribute(side, line, /@\w*Test\b/, /\bvoid\s+(\w+)\s*\(/);
    case "kotlin":
      return afterAttribute(side, line, /@\w*Test\b/, /\bfun\s+(\w+)\s*\(/);
    case "csharp":
      return afterAttribute(
        side,
        line,
        /\[(?:Fact|Theory|Test\w*)\b/,
        /\s(\w+)\s*\([^)]*\)\s*\{?$/,
      );
  }
}

function nameBy(pattern: RegExp, code: string): string | null {
  return pattern.exec(code)?.[1] ?? null;
}

function titleOf(raw: string): string | null {
  return /["'`]((?:[^"'`\\]|\\.){1,200})/.exec(raw)?.[1] ?? null;
}

function afterAttribute(
  side: FileSide,
  line: number,
  attribute: RegExp,
  opening: RegExp,
): string | null {
  const code = side.code(line);
  const name = nameBy(opening, code);
  if (name === null || attribute.test(code)) return name;
  for (let above = line - 1; above >= Math.max(1, line - 6); above--) {
    const before = side.code(above).trim();
    if (attribute.test(before)) return name;
    if (before !== "" && !/^[#@[]|[\])]$/.test(before)) return null;
  }
  return null;
}

function endByBraces(side: FileSide, start: number): number | null {
  const [open, close] = side.language === "javascript" ? ["(", ")"] : ["{", "}"];
  let depth = 0;
  for (let line = start; line <= Math.min(side.end, start + longestTest); line++) {
    for (const character of side.code(line)) {
      if (character === open) depth++;
      else if (character === close && --depth === 0) return line;
    }
  }
  return null;
}

function endByIndentation(side: FileSide, start: number): number | null {
  const margin = indentationOf(side.code(start)) ?? 0;
  let end = start;
  for (let line = start + 1; line <= Math.min(side.end, start + longestTest); line++) {
    const code = side.code(line);
    const width = indentationOf(code);
    if (width === null) continue;
    if (width <= margin && !/^\s*[)\]]/.test(code)) break;
    end = line;
  }
  return end;
}
