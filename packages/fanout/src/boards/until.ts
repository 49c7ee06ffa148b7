/** Nobody answered in time; what was asked for may have been done. */
export class LateAnswer extends Error {
  override readonly name = "LateAnswer";
}

/**
 * What a promise comes to, unless the signal aborts or it takes too long: GitHub's client knows neither.
 * @throws LateAnswer after `ms` milliseconds; the signal's reason
 */
export async function until<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
  ms: number,
): Promise<Value> {
  signal.throwIfAborted();
  const { promise: end, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  const timer = setTimeout(() => reject(new LateAnswer(`no answer within ${ms} ms`)), ms);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
