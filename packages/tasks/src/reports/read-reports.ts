import { CodedError, messageOf } from "@swarm-actions/core";
import { readIfThere } from "../read-bounded.ts";
import { findReports } from "./find-reports.ts";
import { parseTestReport } from "./parse-report.ts";
import type { TestFileReport } from "./test-file.ts";

/** Bytes of one report. */
const largest = 128 * 1024 * 1024;

/** What reports tell, and which files tell nothing. */
export interface ReadReports {
  readonly files: readonly TestFileReport[];
  /** Why a file that was named could not be used, a sentence each. */
  readonly notices: readonly string[];
}

/**
 * Reads all test reports that globs name. A file that is none is no failure: reports only teach.
 * @param since milliseconds since 1970: older files tell of something else
 * @throws CodedError `tasks/too-many-files`
 */
export async function readTestReports(
  globs: readonly string[],
  directory: string,
  since = 0,
): Promise<ReadReports> {
  const files: TestFileReport[] = [];
  const notices: string[] = [];
  for (const { path, writtenAt } of await findReports(globs, directory)) {
    if (writtenAt < since) continue;
    const read = await readReport(path);
    if (typeof read === "string") notices.push(`${path}: ${read}`);
    else files.push(...read);
  }
  return { files, notices };
}

async function readReport(path: string): Promise<readonly TestFileReport[] | string> {
  try {
    const text = await readIfThere(path, largest);
    if (text === null) return "it is gone";
    return parseTestReport(text) ?? "it is no test report that can be read";
  } catch (thrown) {
    if (!(thrown instanceof CodedError)) throw thrown;
    return messageOf(thrown);
  }
}
