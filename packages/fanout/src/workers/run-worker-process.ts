import { CodedError } from "@swarm-actions/core";
import { createFolderBoard } from "../boards/folder-board.ts";
import { runWorker, type WorkerJob } from "./run-worker.ts";
import { describeThrown } from "./tell-troubles.ts";
import { tellingRunner } from "./telling-runner.ts";
import type { WorkerCall } from "./worker-call.ts";
import type { WorkerEvent } from "./worker-event.ts";

/**
 * What a process is that was started as a worker of a local swarm. It ends when it is told to, and when
 * the process that started it is gone. What goes wrong is said on standard error.
 * @returns its exit code: 0 when nothing was left to do, 1 when it could not work, 130 when it was stopped
 */
export async function runWorkerProcess(
  call: WorkerCall,
  makeRunner: WorkerJob["makeRunner"],
  more: Pick<WorkerJob, "mesh"> = {},
): Promise<number> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(stopped());
  for (const name of endings) process.on(name, stop);
  process.on("disconnect", stop);
  // Whoever started it may have gone before it came this far.
  if (!process.connected) stop();
  try {
    await runWorker({
      ...call,
      ...more,
      board: await createFolderBoard(call.folder),
      makeRunner: async (plan) => tellingRunner(await makeRunner(plan), say),
      onTrouble: complain,
      signal: stopping.signal,
    });
    return stopping.signal.aborted ? 130 : 0;
  } catch (thrown) {
    if (stopping.signal.aborted) return 130;
    complain(describeThrown(thrown));
    return 1;
  } finally {
    for (const name of endings) process.off(name, stop);
    process.off("disconnect", stop);
    if (process.connected) process.disconnect();
  }
}

const endings = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** To the process that started this one, which may be gone. */
function say(event: WorkerEvent): void {
  if (process.connected) process.send?.(event, () => {});
}

function stopped(): CodedError {
  return new CodedError("worker/stopped", "the worker was stopped", { fix: "Start it again." });
}

function complain(trouble: string): void {
  process.stderr.write(`${trouble}\n`);
}
