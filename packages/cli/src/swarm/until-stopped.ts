import { CodedError } from "@swarm-actions/core";

/**
 * What is done before there is a plan, which Ctrl-C ends with nothing to go on with.
 * @throws CodedError `swarm/stopped`
 */
export async function untilStopped<Value>(
  work: Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    if (!signal.aborted) throw cause;
    throw new CodedError("swarm/stopped", "it was stopped before there was a plan", {
      fault: "platform",
      fix: "Start it again: no task was begun.",
      cause,
    });
  }
}
