import { messageOf } from "@swarm-actions/core";
import { exitCodes } from "./exit-codes.ts";

/**
 * A reader that goes away, as `head` does, is no error, whoever writes. A disk that is full is one, and
 * ends the program: nobody can be given the rest.
 */
export function bearClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      if (stream === process.stdout) {
        process.stderr.write(`error: cannot write to standard output: ${messageOf(error)}\n`);
      }
      process.exit(exitCodes.usage);
    });
  }
}

/** Writes to standard output and waits until all of it is taken, or its reader is gone. */
export function print(text: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.stdout.write(text, () => resolve());
  return promise;
}
