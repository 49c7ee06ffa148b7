import { CodedError } from "@swarm-actions/core";
import type { SkippedHunk } from "@swarm-actions/review";
import type { Reading } from "../reported/reading.ts";
import { skipHunks } from "../reported/skip.ts";
import { artifactPaths } from "./artifact.ts";
import type { SarifNotification, SarifRun } from "./log.ts";

/**
 * The hunks that a run says it could not look at: those of files it names in an error.
 * @throws CodedError `sarif/tool-failed` when it failed without saying where.
 */
export function unreadHunks(run: SarifRun, reading: Reading): readonly SkippedHunk[] {
  const skipped: SkippedHunk[] = [];
  for (const invocation of run.invocations ?? []) {
    const errors = [
      ...(invocation.toolExecutionNotifications ?? []),
      ...(invocation.toolConfigurationNotifications ?? []),
    ].filter((one) => one.level === "error");
    const nowhere = errors.find((one) => pathsOf(one, run, reading) === null);
    const failed = invocation.executionSuccessful === false && errors.length === 0;
    if (nowhere !== undefined || failed) {
      throw toolFailed(run, textOf(nowhere) ?? invocation.exitCodeDescription, reading);
    }
    for (const error of errors) skipped.push(...hunksOf(error, run, reading));
  }
  return skipped;
}

function hunksOf(error: SarifNotification, run: SarifRun, reading: Reading): SkippedHunk[] {
  const file = reading.lines.find(pathsOf(error, run, reading) ?? []);
  if (file === undefined) return [];
  const why = `${run.tool.driver.name}: ${textOf(error) ?? "could not read the file"}`;
  return skipHunks(file, file.hunks, why, reading.tally);
}

/** Null when the notification is about no file in particular. */
function pathsOf(
  notification: SarifNotification,
  run: SarifRun,
  reading: Reading,
): readonly string[] | null {
  const artifact = notification.locations?.[0]?.physicalLocation?.artifactLocation;
  return artifact === undefined ? null : artifactPaths(artifact, run, reading.roots);
}

function textOf(notification: SarifNotification | undefined): string | undefined {
  return notification?.message?.text ?? notification?.message?.markdown;
}

function toolFailed(run: SarifRun, why: string | undefined, reading: Reading): CodedError {
  const { name } = run.tool.driver;
  const said = why === undefined ? "" : `: ${why.slice(0, 500)}`;
  return new CodedError("sarif/tool-failed", `${name} reports that it failed${said}`, {
    fix: `Run ${name} by hand, mend what it complains about, and write the report again.`,
    place: reading.place,
  });
}
