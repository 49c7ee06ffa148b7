import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { CodedError, messageOf } from "@swarm-actions/core";

export interface ProgramCall {
  /** The program and its arguments. */
  readonly words: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string;
  /** Bytes the program may write to its standard output. */
  readonly outputLimit: number;
  /** Is given both outputs as they come. They are then not kept, and have no limit. */
  readonly onOutput?: (chunk: Buffer) => void;
}

/** Starts a program as the leader of a process group. @throws CodedError `command/not-started`. */
export function startProgram(call: ProgramCall): ChildProcessWithoutNullStreams {
  const [program = "", ...rest] = call.words;
  try {
    return spawn(program, rest, {
      cwd: call.cwd,
      env: { ...call.environment, ...inherited() },
      stdio: "pipe",
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (cause) {
    // Some refusals, such as too long a list of arguments, do not wait for the `error` event.
    throw notStarted(call, cause);
  }
}

/** By this mark whoever supervises this process ends what it started, should it be killed. */
function inherited(): Record<string, string> {
  const { SWARM_MARK } = process.env;
  return SWARM_MARK === undefined ? {} : { SWARM_MARK };
}

/** What to say when a program could not be started. */
export function notStarted(
  { words, cwd }: Pick<ProgramCall, "words" | "cwd">,
  cause: unknown,
): CodedError {
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
