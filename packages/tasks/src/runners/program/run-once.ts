import { runProgram } from "@swarm-actions/agents";
import { longestTimer } from "@swarm-actions/core";
import { setVariables } from "../../environment.ts";
import { OutputTail } from "./output-tail.ts";
import type { ProgramSetup } from "./program.ts";

/** Bytes of its output that stay with a task's result. */
const outputKept = 16 * 1024;

/** How a run of the program ended. */
export interface ProgramRun {
  readonly ending:
    | { readonly how: "exited"; readonly code: number }
    | { readonly how: "killed"; readonly signal: string }
    | { readonly how: "timed-out"; readonly limit: number };
  /** The end of what it printed. */
  readonly output: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly seconds: number;
}

/**
 * Runs it once, with all that it starts in a process group that ends with it.
 * @param words the program and its arguments
 * @param limit seconds
 * @throws CodedError `command/not-started`; the signal's reason when it aborts
 */
export async function runOnce(
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
  setup: ProgramSetup,
  limit: number,
  signal: AbortSignal,
): Promise<ProgramRun> {
  const tail = new OutputTail(setup.redactor, outputKept, setup.onLine);
  const environment = { ...setVariables(setup.environment), ...variables };
  const onOutput = (chunk: Buffer): void => tail.add(chunk);
  const call = { words, cwd: setup.directory, environment, input: "", outputLimit: 0, onOutput };
  const startedAt = Date.now();
  const began = performance.now();
  const ending = await endingOf(call, limit, signal);
  const seconds = (performance.now() - began) / 1000;
  return { ending, output: tail.text(), startedAt, seconds };
}

async function endingOf(
  call: Parameters<typeof runProgram>[0],
  limit: number,
  signal: AbortSignal,
): Promise<ProgramRun["ending"]> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), Math.min(longestTimer, limit * 1000));
  try {
    const { code, killedBy } = await runProgram(call, AbortSignal.any([signal, late.signal]));
    if (code !== null) return { how: "exited", code };
    return { how: "killed", signal: killedBy ?? "a signal" };
  } catch (thrown) {
    if (late.signal.aborted && !signal.aborted) return { how: "timed-out", limit };
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}
