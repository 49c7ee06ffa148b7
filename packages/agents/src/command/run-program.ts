import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { Readable } from "node:stream";
import { CodedError } from "@swarm-actions/core";
import { endGroup, stopGroup, watchGroup } from "@swarm-actions/processes";
import { notStarted, type ProgramCall, startProgram } from "./start-program.ts";

const stderrKept = 64 * 1024;
const idleMs = 1500;
/** How long it may take to stop when it is asked to. */
const graceMs = 2000;

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
  const child = startProgram(call);
  const stop = (): void => stopGroup(child, graceMs);
  signal.addEventListener("abort", stop, { once: true });
  watchGroup(child);
  try {
    const ended = endOf(child, call);
    const { output, errors } = hear(child, call, stop);
    feed(child, call.input);
    const { code, killedBy } = await ended;
    signal.throwIfAborted();
    return { code, killedBy, stdout: output(), stderr: errors() };
  } finally {
    signal.removeEventListener("abort", stop);
    endGroup(child);
  }
}

function hear(
  { stdout, stderr }: ChildProcessWithoutNullStreams,
  call: ProgramCall,
  stop: () => void,
): { readonly output: () => Buffer; readonly errors: () => string } {
  const { onOutput } = call;
  if (onOutput === undefined) {
    return { output: collect(stdout, call, stop), errors: collectTail(stderr) };
  }
  for (const stream of [stdout, stderr]) stream.on("data", onOutput);
  return { output: () => Buffer.alloc(0), errors: () => "" };
}

function endOf(
  child: ChildProcessWithoutNullStreams,
  call: ProgramCall,
): Promise<Pick<ProgramEnd, "code" | "killedBy">> {
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(notStarted(call, cause)));
    child.once("exit", () => {
      stopGroup(child, graceMs);
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

function tooMuch({ words, outputLimit }: ProgramCall): CodedError {
  const megabytes = outputLimit / (1024 * 1024);
  const program = words[0] ?? "";
  return new CodedError(
    "command/too-much-output",
    `\`${program}\` wrote more than ${megabytes} MB`,
    { fix: "Let it look at the changed files only, or raise `output-limit`.", place: program },
  );
}
