import { stat } from "node:fs/promises";
import { CodedError } from "@swarm-actions/core";
import { decodeText, locate, readText } from "../reported/read-text.ts";
import type { AgentSetup } from "../setup.ts";
import type { CommandOptions } from "./options.ts";
import type { ProgramEnd } from "./run-program.ts";
import type { ProgramCall } from "./start-program.ts";

/**
 * Runs the program and gives what it wrote.
 * @throws CodedError `command/failed` when it ended otherwise than its options allow or wrote
 * nothing with an exit code that says something, `command/no-output-file` when it left its file alone.
 */
export async function outputOf(
  run: () => Promise<ProgramEnd>,
  options: CommandOptions,
  call: ProgramCall,
  setup: AgentSetup,
  signal: AbortSignal,
): Promise<string> {
  const named = options["output-file"];
  const path = named === undefined ? null : locate(named, setup.root);
  const before = path === null ? null : await stampOf(path);
  const end = await run();
  const expected = end.code !== null && options["exit-codes"].includes(end.code);
  if (!expected) throw failed(call, end, setup);
  if (path === null) {
    const text = decodeText(end.stdout);
    // A program that exits with findings prints them; one that crashes the same way does not.
    if (end.code !== 0 && text.trim() === "") throw failed(call, end, setup);
    return text;
  }
  if ((await stampOf(path)) === before) throw untouched(path, call, end, setup);
  return readText(path, signal, call.outputLimit);
}

/** Changes whenever the file is written; null when there is none. */
async function stampOf(path: string): Promise<string | null> {
  const facts = await stat(path, { bigint: true }).catch(() => null);
  return facts === null ? null : `${facts.ino} ${facts.size} ${facts.mtimeNs} ${facts.ctimeNs}`;
}

function failed(call: ProgramCall, end: ProgramEnd, setup: AgentSetup): CodedError {
  const program = call.words[0] ?? "";
  const how = end.killedBy === null ? `exited with ${end.code}` : `was killed by ${end.killedBy}`;
  const message = `\`${program}\` ${how}${lastWords(end, setup)}`;
  return new CodedError("command/failed", message, {
    fix: "Run it by hand in the checkout; if the exit code is no failure, list it in `exit-codes`.",
    place: program,
  });
}

function untouched(
  path: string,
  call: ProgramCall,
  end: ProgramEnd,
  setup: AgentSetup,
): CodedError {
  const program = call.words[0] ?? "";
  const message = `\`${program}\` did not write ${path}${lastWords(end, setup)}`;
  return new CodedError("command/no-output-file", message, {
    fix: "Check that its arguments name the same file as `output-file`.",
    place: path,
  });
}

/** The last lines of its standard error, secrets taken out before anything is cut. */
function lastWords({ stderr }: ProgramEnd, { redactor }: AgentSetup): string {
  const lines = redactor.redact(stderr).trim().split("\n").slice(-5);
  const text = lines.join("\n").slice(-1000);
  return text === "" ? "" : `: ${text}`;
}
