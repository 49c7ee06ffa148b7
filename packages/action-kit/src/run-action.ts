import { CodedError, fenceOf, messageOf } from "@swarm-actions/core";
import { createKit, type Kit } from "./kit.ts";
import { reportFailure } from "./report-failure.ts";
import type { Runner } from "./runner/runner.ts";

/** How long a cancelled action may take to end by itself; GitHub kills it after ten seconds. */
const graceMs = 4000;

/** What an action made of its run. `failed` makes the step red without being a fault of the action. */
export type Conclusion = "passed" | "failed";

/**
 * Runs an action from its first line to its last: whatever is thrown becomes an annotation with its
 * code and fix, and the job summary is written in any case.
 * @returns the exit code
 */
export async function runAction(
  runner: Runner,
  cancelled: AbortSignal,
  main: (kit: Kit) => Promise<Conclusion>,
): Promise<number> {
  let kit: Kit | null = null;
  try {
    kit = createKit(runner, cancelled);
    const conclusion = await Promise.race([main(kit), whenOverdue(cancelled)]);
    return conclusion === "passed" ? 0 : 1;
  } catch (thrown) {
    reportFailure(cancelled.aborted ? wasCancelled(thrown) : thrown, runner, kit);
    return 1;
  } finally {
    await writeSummary(runner, kit);
  }
}

/** Work that is deaf to the signal is not waited for. */
async function whenOverdue(cancelled: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const begin = (): void => void setTimeout(() => reject(wasCancelled(null)), graceMs).unref();
  if (cancelled.aborted) begin();
  else cancelled.addEventListener("abort", begin, { once: true });
  return promise;
}

function wasCancelled(cause: unknown): CodedError {
  const why = cause === null ? "" : ` while ${messageOf(cause)}`;
  return new CodedError("action/cancelled", `the run was cancelled before its end${why}`, {
    fault: "platform",
    fix: "Run it again; what was written already is found and not written twice.",
    cause,
  });
}

async function writeSummary(runner: Runner, kit: Kit | null): Promise<void> {
  if (kit === null) return;
  const text = kit.redactor.redact(kit.summary.compose(kit.stages));
  if (text === "") return;
  try {
    await runner.writeSummary(`${text}\n`);
  } catch (thrown) {
    // The run is over; where it is told costs it nothing but the page.
    kit.annotate({ level: "warning", title: "No job summary", text: messageOf(thrown) });
    kit.info(fenceOf([text], "text"));
  }
}
