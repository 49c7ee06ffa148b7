/** Statuses whose answers have no body, not even an empty one. */
const bodiless: readonly number[] = [101, 204, 205, 304];

/**
 * A fetch that resolves only with all of the answer, within a time limit. Octokit takes an answer that
 * broke off for an empty one.
 */
export function wholeFetch(
  inner: typeof fetch,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): typeof fetch {
  return async (input, init) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signals = [timeout, signal, init?.signal].filter((one) => one instanceof AbortSignal);
    const response = await inner(input, { ...init, signal: AbortSignal.any(signals) });
    const bytes = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    const body = bodiless.includes(status) ? null : bytes;
    const whole = new Response(body, { status, statusText, headers: [...headers] });
    // Octokit follows some lists by the address they came from, which a new response does not have.
    return Object.defineProperty(whole, "url", { value: response.url });
  };
}
