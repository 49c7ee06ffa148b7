import { readGoTest } from "./go-test.ts";
import { readJest, readPytest } from "./json-reports.ts";
import { readJunit } from "./junit.ts";
import { readPytestDurations } from "./pytest-durations.ts";
import type { TestFileReport } from "./test-file.ts";

/**
 * What a report says, a file of tests each: JUnit, vitest and jest as JSON, pytest-json-report, `go test
 * -json`, or the durations that pytest prints. Null: it is none of them. Reports are hostile, and may be
 * cut off: whatever can be read of them counts.
 */
export function parseTestReport(text: string): readonly TestFileReport[] | null {
  const bare = text.replace(/^\ufeff/, "").trimStart();
  if (bare.startsWith("<")) return readJunit(bare);
  if (!bare.startsWith("{")) return readPytestDurations(bare);
  const report = parse(bare);
  if (report === undefined) return readGoTest(bare);
  return readJest(report) ?? readPytest(report) ?? readGoTest(bare);
}

/** Undefined: it is not one JSON value. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
