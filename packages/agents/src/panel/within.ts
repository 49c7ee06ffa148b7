import { CodedError } from "@swarm-actions/core";

/**
 * Gives `work` a signal that aborts after `milliseconds` or with `parent`, and stops waiting then,
 * even for work that ignores its signal.
 * @throws CodedError `agent/timed-out` or `agent/stopped`
 */
export async function within<T>(
  milliseconds: number,
  parent: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const given = Promise.withResolvers<never>();
  const end = (error: CodedError): void => {
    given.reject(error);
    own.abort(error);
  };
  const stop = (): void => end(stopped());
  const timer = setTimeout(() => end(timedOut(milliseconds)), milliseconds);
  parent.addEventListener("abort", stop, { once: true });
  try {
    if (parent.aborted) throw stopped();
    return await Promise.race([work(own.signal), given.promise]);
  } finally {
    clearTimeout(timer);
    parent.removeEventListener("abort", stop);
  }
}

function timedOut(milliseconds: number): CodedError {
  return new CodedError("agent/timed-out", `gave no answer within ${milliseconds / 1000} s`, {
    fault: "platform",
    fix: "Raise the agent's `timeout` or give it less to do with `paths`.",
  });
}

function stopped(): CodedError {
  return new CodedError("agent/stopped", "was stopped before it had answered", {
    fix: "Run the review again.",
  });
}
