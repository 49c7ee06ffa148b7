import type { FileSide } from "./side.ts";
import type { TestCase } from "./test-cases.ts";

/** Whether the test has a body, and nothing in it but comments. */
export function isEmptyBody(side: FileSide, test: TestCase): boolean {
  const lines: string[] = [];
  for (let line = test.start; line <= Math.min(test.end, test.start + 60); line++) {
    lines.push(side.code(line));
  }
  const code = lines.join(" ").replaceAll(/\s+/g, " ").trim();
  switch (side.language) {
    case "javascript":
      return (
        /(?:=>|\)) ?\{ ?\}(?: ?, ?\d*)? ?\);?$/.test(code) && !/[^=]=> ?\{ ?\}.*=> ?\{/.test(code)
      );
    case "python":
      return /\) ?(?:->[^:]*)?: ?(?:["']+ *["']+ ?)?(?:pass|\.\.\.)?$/.test(code);
    case "ruby":
      return /\bdo(?: \|\w*\|)?$/.test(code);
    default:
      return /^[^{]*\{ ?\}$/.test(code);
  }
}
