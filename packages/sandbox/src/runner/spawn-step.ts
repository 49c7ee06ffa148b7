import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { CodedError } from "@swarm-actions/core";

export interface StepProcess {
  readonly main: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Cancels the step: an interrupt first, and the end of its processes a moment later. */
  readonly signal: AbortSignal | undefined;
  readonly onLine: (line: string) => void;
}

/** How long a cancelled step may take to end by itself. */
const graceMs = 7_500;

/**
 * Runs a program in this Node, in a process group of its own that does not outlive it.
 * @returns its exit code; null when a signal ended it
 * @throws CodedError `sandbox/action-timed-out`
 */
export async function spawnStep(step: StepProcess): Promise<number | null> {
  const child = spawn(process.execPath, [step.main], {
    cwd: step.directory,
    env: { ...step.environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on("error", reject);
  child.on("exit", () => killGroup(child, "SIGKILL"));
  child.on("close", resolve);
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", step.onLine);
  const stop = limit(child, step, reject);
  return promise.finally(stop);
}

function limit(
  child: ChildProcess,
  step: StepProcess,
  reject: (reason: Error) => void,
): () => void {
  const timers = [
    setTimeout(() => {
      killGroup(child, "SIGKILL");
      reject(tooSlow(step));
    }, step.timeoutMs),
  ];
  const cancel = (): void => {
    killGroup(child, "SIGINT");
    timers.push(setTimeout(() => killGroup(child, "SIGKILL"), graceMs));
  };
  if (step.signal?.aborted === true) cancel();
  step.signal?.addEventListener("abort", cancel, { once: true });
  return () => {
    for (const timer of timers) clearTimeout(timer);
    step.signal?.removeEventListener("abort", cancel);
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // Nobody is left in the group.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function tooSlow(step: StepProcess): CodedError {
  const message = `the action did not end within ${step.timeoutMs} ms`;
  return new CodedError("sandbox/action-timed-out", message, {
    fix: "Look at the last lines of its log; give it more time if it was at work.",
    place: step.main,
  });
}
