/** A signal that the first Ctrl-C aborts; a second one ends the process as usual. */
export interface StopSignal extends Disposable {
  readonly signal: AbortSignal;
}

export function stopOnInterrupt(): StopSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
