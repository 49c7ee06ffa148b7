import { type FileSide, indentationOf } from "./side.ts";
import { testNameAt } from "./test-cases.ts";
import type { TestLanguage } from "./test-language.ts";

/**
 * Where a marker stands decides what it skips: the test opened on its line, the one declared below
 * an annotation, or the one around a call.
 */
type Position = "opening" | "above" | "inside";

const opening: Partial<Readonly<Record<TestLanguage, RegExp>>> = {
  javascript:
    /(?<![\w$.])(?:(?:(?:Deno\.)?test|describe|it|suite|context|specify)(?:\.\w+)*\.(?:skip|ignore)\s*\(\s*["'`]|x(?:it|test|describe|context|specify)\s*\(\s*["'`])/,
  ruby: /(?<![\w$.])(?:x(?:it|describe|context|specify|scenario)\s*(?:\(\s*)?["'A-Z]|(?:it|describe|context|specify|scenario)\b.*\bskip:\s*true\b)/,
  csharp: /\bSkip\s*=\s*"/,
};

const above: Partial<Readonly<Record<TestLanguage, RegExp>>> = {
  python: /^\s*@(?:(?:pytest\.)?mark\.skip\b|(?:unittest\.)?skip\s*\()/,
  rust: /#\[ignore\b/,
  java: /@(?:Disabled|Ignore)\b/,
  kotlin: /@(?:Disabled|Ignore)\b/,
  csharp: /\[Ignore\b|\bSkip\s*=\s*"/,
};

const inside: Partial<Readonly<Record<TestLanguage, RegExp>>> = {
  javascript: /(?<![\w$.])(?:this|t)\.skip\s*\(/,
  python: /^\s*(?:pytest\.skip|self\.skipTest)\s*\(|^\s*raise\s+(?:unittest\.)?SkipTest\b/,
  go: /(?<![\w$.])[tb]\.Skip(?:f|Now)?\(/,
  ruby: /^\s*(?:skip|pending)(?:\s*$|\s*\(|\s+["'])(?!.*\b(?:if|unless)\b)/,
  php: /markTest(?:Skipped|Incomplete)\s*\(/,
};

/** How the line skips a test; null when it does not. */
export function skipAt(side: FileSide, line: number): Position | null {
  const code = side.code(line);
  if (opening[side.language]?.test(code) === true) return "opening";
  if (above[side.language]?.test(code) === true) return "above";
  return inside[side.language]?.test(code) === true ? "inside" : null;
}

/** Whether an enclosing block below the test's own opening decides if the marker is reached. */
export function isSkipConditional(side: FileSide, line: number): boolean {
  if (skipAt(side, line) !== "inside") return false;
  if (/\b(?:if|unless|case|when)\b|\?|&&|\|\|/.test(side.code(line))) return true;
  const around = enclosingLine(side, line);
  if (around === null) return true;
  const code = side.code(around);
  return testNameAt(side, around) === null && !/=>\s*\{$|\bfunction\b.*\{$|\bdo\b/.test(code);
}

/** The name of what the marker skips; null when it cannot be told. */
export function namesSkippedTest(side: FileSide, line: number): string | null {
  const position = skipAt(side, line);
  if (position === "inside") {
    const around = enclosingLine(side, line);
    return around === null ? null : testNameAt(side, around);
  }
  if (position === "opening") return /["'`]([^"'`]{3,200})["'`]/.exec(side.raw(line))?.[1] ?? null;
  for (let below = line; below <= line + 8; below++) {
    const declared = /\b(?:def|fn|class|void|fun|Task)\s+(\w{2,200})\s*[(<:{]/.exec(
      side.code(below),
    );
    if (declared !== null) return declared[1] ?? null;
  }
  return null;
}

/** A string in the marker, or a comment on its line or right above it, counts as a reason. */
export function statesReason(side: FileSide, line: number): boolean {
  const raw = side.raw(line);
  if (/(?:\/\/|\s#|\/\*)\s*\S/.test(raw)) return true;
  if (/^\s*(?:\/\/|#(?!\[)|\*|\/\*)/.test(side.raw(line - 1))) return true;
  if (skipAt(side, line) === "opening" && side.language !== "csharp") return false;
  const marker = `${raw} ${/[([]\s*$/.test(raw) ? side.raw(line + 1) : ""}`;
  return /(["'`])[^"'`]{3,}\1/.test(marker);
}

function enclosingLine(side: FileSide, line: number): number | null {
  const margin = indentationOf(side.code(line)) ?? 0;
  for (let above = line - 1; above >= Math.max(1, line - 80); above--) {
    const width = indentationOf(side.code(above));
    if (width !== null && width < margin && !/^\s*[)\]}]+[;,:]?\s*$/.test(side.code(above)))
      return above;
  }
  return null;
}
