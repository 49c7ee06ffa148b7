import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { CodedError, messageOf } from "@swarm-actions/core";
import { endGroup, stopGroup, watchGroup } from "@swarm-actions/processes";
import { endOrphans, markVariables } from "./end-orphans.ts";
import { callVariables, type WorkerCall } from "./worker-call.ts";
import { readWorkerEvent, type WorkerEvent } from "./worker-event.ts";

/** How long a worker may take to put its results up and to end its programs. */
const graceMs = 10_000;

/** The program that workers run: it has to call `runWorkerProcess`. */
export interface WorkerProgram {
  /** The program and its arguments. */
  readonly words: readonly [string, ...string[]];
  readonly cwd: string;
  /** All of its variables; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface WorkerWatch {
  readonly onEvent: (worker: number, event: WorkerEvent) => void;
  /** A line of what it wrote to either output. */
  readonly onLine: (worker: number, line: string) => void;
}

/** How a worker ended: `code` null when a signal ended it. */
export interface WorkerExit {
  readonly worker: number;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why it was never started; null: it was. */
  readonly fault: string | null;
}

/**
 * Starts a worker as a process in a group of its own, and waits until nothing of the group is left, nor of
 * its programs where it was killed. When the signal aborts it is asked to end, and ended when it does not.
 */
export async function startWorker(
  program: WorkerProgram,
  call: WorkerCall,
  watch: WorkerWatch,
  signal: AbortSignal,
): Promise<WorkerExit> {
  const { worker } = call;
  const none = { worker, code: null, signal: null };
  if (signal.aborted) return { ...none, fault: "it was not started any more" };
  const mark = randomUUID();
  const child = spawnWorker(program, { ...callVariables(call), ...markVariables(mark) });
  if (child instanceof Error) return { ...none, fault: child.message };
  watchGroup(child);
  const stop = (): void => stopGroup(child, graceMs);
  signal.addEventListener("abort", stop, { once: true });
  child.on("message", (message) => {
    const event = readWorkerEvent(message);
    if (event !== null) watch.onEvent(worker, event);
  });
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null) forward(stream, (line) => watch.onLine(worker, line));
  try {
    const end = await endOf(child);
    if (end.signal !== null) await endOrphans(mark);
    return { worker, ...end };
  } finally {
    signal.removeEventListener("abort", stop);
    endGroup(child);
  }
}

function spawnWorker(
  program: WorkerProgram,
  variables: Readonly<Record<string, string>>,
): ChildProcess | Error {
  const [command, ...rest] = program.words;
  try {
    return spawn(command, rest, {
      cwd: program.cwd,
      env: { ...program.environment, ...variables },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (cause) {
    // Some refusals do not wait for the `error` event.
    return notStarted(command, cause);
  }
}

function forward(stream: Readable, onLine: (line: string) => void): void {
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", onLine);
}

function endOf(child: ChildProcess): Promise<Omit<WorkerExit, "worker">> {
  return new Promise((resolve) => {
    child.once("error", (cause) => resolve({ code: null, signal: null, fault: messageOf(cause) }));
    // What it started may hold its outputs open: they end with its group.
    child.once("exit", () => endGroup(child));
    child.once("close", (code, signal) => resolve({ code, signal, fault: null }));
  });
}

function notStarted(command: string, cause: unknown): CodedError {
  return new CodedError("worker/not-started", `Cannot start ${command}: ${messageOf(cause)}`, {
    fix: "Check that it is a program that may be run.",
    cause,
  });
}
