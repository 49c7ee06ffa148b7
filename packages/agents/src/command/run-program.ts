import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { CodedError, messageOf } from "@swarm-actions/core";
import { endGroup, stopGroup, watchGroup } from "./process-group.ts";

const stderrKept = 64 * 1024;
const idleMs = 1500;

export interface ProgramCall {
  /** The program and its arguments. */
  readonly words: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string;
  /** Bytes the program may write to its standard output. */
  readonly outputLimit: number;
}

export interface ProgramEnd {
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly stdout: Buffer;
  /** The end of what it wrote to its standard error. */
  readonly stderr: string;
}

/**
 * Runs a program without a shell, and everything it starts in one process group that ends with it.
 * @throws CodedError `command/not-started` or `command/too-much-output`; the signal's reason when
 * it aborts.
 */
export async function runProgram(call: ProgramCall, signal: AbortSignal): Promise<ProgramEnd> {
  signal.throwIfAborted();
  const child = start(call);
  const stop = (): void => stopGroup(child);
  signal.addEventListener("abort", stop, { once: true });
  watchGroup(child);
  try {
    const ended = endOf(child, call);
    const output = collect(child.stdout, call, stop);
    const errors = collectTail(child.stderr);
    feed(child, call.input);
    const { code, killedBy } = await ended;
    signal.throwIfAborted();
    return { code, killedBy, stdout: output(), stderr: errors() };
  } finally {
    signal.removeEventListener("abort", stop);
    endGroup(child);
  }
}

function start(call: ProgramCall): ChildProcessWithoutNullStreams {
  const [program = "", ...rest] = call.words;
  try {
    return spawn(program, rest, {
      cwd: call.cwd,
      env: { ...call.environment },
      stdio: "pipe",
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (cause) {
    // Some refusals, such as too long a list of arguments, do not wait for the `error` event.
    throw notStarted(call, cause);
  }
}

function endOf(
  child: ChildProcessWithoutNullStreams,
  call: ProgramCall,
): Promise<Pick<ProgramEnd, "code" | "killedBy">> {
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(notStarted(call, cause)));
    child.once("exit", () => {
      stopGroup(child);
      closeWhenIdle(child);
    });
    child.once("close", (code, killedBy) => resolve({ code, killedBy }));
  });
}

/**
 * Something that the program left running, in a group of its own, may hold its output open for
 * ever. What the program itself wrote has arrived once two checks in a row find nothing new.
 */
function closeWhenIdle(child: ChildProcessWithoutNullStreams): void {
  let idle = 0;
  const timer = setInterval(() => {
    if (++idle < 2) return;
    child.stdout.destroy();
    child.stderr.destroy();
  }, idleMs);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", () => (idle = 0));
  child.once("close", () => clearInterval(timer));
}

function feed(child: ChildProcessWithoutNullStreams, input: string): void {
  // A program need not read its input: the broken pipe that follows is no failure.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
}

/** Keeps all of the output; past the limit it stops the program, and asking for it throws. */
function collect(stream: Readable, call: ProgramCall, stop: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= call.outputLimit) chunks.push(chunk);
    else if (size - chunk.length <= call.outputLimit) stop();
  });
  return () => {
    if (size > call.outputLimit) throw tooMuch(call);
    return Buffer.concat(chunks);
  };
}

function collectTail(stream: Readable): () => string {
  let tail = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-stderrKept);
  });
  return () => tail.toString("utf8");
}

function notStarted({ words, cwd }: ProgramCall, cause: unknown): CodedError {
  const program = words[0] ?? "";
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const why = code === "ENOENT" ? "it was not found" : messageOf(cause);
  return new CodedError("command/not-started", `Cannot start \`${program}\`: ${why}`, {
    fix: fixOf(code, program, cwd),
    place: program,
    cause,
  });
}

function fixOf(code: unknown, program: string, cwd: string): string {
  if (code === "ENOENT") {
    return `Install \`${program}\` so that it is on the PATH, or give its path relative to ${cwd}.`;
  }
  return code === "E2BIG"
    ? "Use `stdin: paths` instead of `pass-paths`: there are too many paths."
    : `Check that \`${program}\` is a program that may be run.`;
}

function tooMuch({ words, outputLimit }: ProgramCall): CodedError {
  const megabytes = outputLimit / (1024 * 1024);
  const program = words[0] ?? "";
  return new CodedError(
    "command/too-much-output",
    `\`${program}\` wrote more than ${megabytes} MB`,
    { fix: "Let it look at the changed files only, or raise `output-limit`.", place: program },
  );
}
