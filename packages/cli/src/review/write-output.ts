import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CodedError, messageOf } from "@swarm-actions/core";

/** Writes a whole file or none: aside first, then renamed. @throws CodedError `cli/unwritable` */
export async function writeOutput(file: string, text: string, option: string): Promise<void> {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(aside, text);
    await rename(aside, file);
  } catch (cause) {
    throw new CodedError("cli/unwritable", `${option}: ${messageOf(cause)}`, {
      fix: `Pass a path that can be written to ${option}.`,
      place: file,
      cause,
    });
  }
}

/** Waits until standard output has taken everything; a reader that went away is not an error. */
export function print(text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  process.stdout.once("error", (error: NodeJS.ErrnoException) =>
    error.code === "EPIPE" ? resolve() : reject(error),
  );
  process.stdout.write(text, () => resolve());
  return promise;
}
