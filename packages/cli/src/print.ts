/** Waits until standard output has taken everything; a reader that went away is not an error. */
export function print(text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  process.stdout.once("error", (error: NodeJS.ErrnoException) =>
    error.code === "EPIPE" ? resolve() : reject(error),
  );
  process.stdout.write(text, () => resolve());
  return promise;
}
