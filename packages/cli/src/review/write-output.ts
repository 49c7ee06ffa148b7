import { rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CodedError, messageOf } from "@swarm-actions/core";
import { makeFolder } from "../make-folder.ts";

/** Writes a whole file or none: aside first, then renamed. @throws CodedError `cli/unwritable` */
export async function writeOutput(file: string, text: string, option: string): Promise<void> {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    await makeFolder(dirname(file));
    await writeFile(aside, text);
    await rename(aside, file);
  } catch (cause) {
    // Where it could not be written there may be nothing to take away, and no folder either.
    await rm(aside, { force: true }).catch(() => {});
    throw new CodedError("cli/unwritable", `${option}: ${messageOf(cause)}`, {
      fix: `Pass a path that can be written to ${option}.`,
      place: file,
      cause,
    });
  }
}
