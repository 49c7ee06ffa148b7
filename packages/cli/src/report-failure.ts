import { CodedError, messageOf } from "@swarm-actions/core";
import { visible } from "@swarm-actions/display";
import { CommanderError } from "commander";
import { createColors } from "picocolors";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { wantsColor } from "./terminal.ts";

/** Says on standard error what went wrong and how to mend it; answers with the exit code. */
export function reportFailure(thrown: unknown): ExitCode {
  if (thrown instanceof CommanderError) {
    // commander has printed its message, or the help that was asked for, already.
    return thrown.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  }
  const paint = createColors(wantsColor(process.stderr));
  if (thrown instanceof CodedError) {
    // Messages quote configuration and changes, which may hold terminal escapes.
    process.stderr.write(`${paint.red("error")}: ${visible(thrown.message)}\n`);
    if (thrown.place !== null) process.stderr.write(`  at ${visible(thrown.place)}\n`);
    process.stderr.write(`  ${paint.bold("fix")}: ${visible(thrown.fix)}\n`);
    return thrown.fault === "user" ? exitCodes.usage : exitCodes.incomplete;
  }
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown);
  process.stderr.write(`${paint.red("internal error")}: ${visible(stack)}\n`);
  return exitCodes.incomplete;
}
