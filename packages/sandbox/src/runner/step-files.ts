import { readFile } from "node:fs/promises";
import { FileCommandError, parseFileCommand } from "./file-commands.ts";
import type { RunnerFolders } from "./runner-folders.ts";
import type { StepLog } from "./step-log.ts";

const summaryLimit = 1024 * 1024;

/** What a step wrote to `GITHUB_OUTPUT`; null when a runner could not read it and fails the step. */
export async function readOutputs(
  folders: RunnerFolders,
  log: StepLog,
): Promise<ReadonlyMap<string, string> | null> {
  try {
    return parseFileCommand(await readFile(folders.files.output, "utf8"));
  } catch (error) {
    if (!(error instanceof FileCommandError)) throw error;
    log.annotate("error", "Unable to process file command 'output' successfully.");
    log.annotate("error", error.message);
    return null;
  }
}

/** The job summary, its secrets hidden; nothing, and an error in the log, when it is over a MiB. */
export async function readSummary(folders: RunnerFolders, log: StepLog): Promise<string> {
  const content = await readFile(folders.files.summary);
  if (content.length <= summaryLimit) return log.masker.mask(content.toString("utf8"));
  const kilobytes = Math.ceil(content.length / 1024);
  log.annotate(
    "error",
    `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kilobytes}k.`,
  );
  return "";
}
