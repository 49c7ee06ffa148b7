/** A reader that goes away, as `head` does, is no error, whoever writes. */
export function bearClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** Writes to standard output and waits until all of it is taken, or its reader is gone. */
export function print(text: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.stdout.write(text, () => resolve());
  return promise;
}
