import { statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { CodedError } from "@swarm-actions/core";
import { type Command, Option } from "commander";

/** `-C`, as git has it: each further one begins at the one before. */
export function directoryOption(): Option {
  return new Option("-C, --directory <dir>", "run as if started in <dir>").argParser(
    (value: string, earlier: string | undefined) =>
      earlier === undefined || isAbsolute(value) ? value : join(earlier, value),
  );
}

/**
 * The folder a command works in: where it was started, then what `-C` says before its name, then
 * what it says after it.
 */
export function directoryOf(command: Command): string {
  const from = command.parent === null ? process.cwd() : directoryOf(command.parent);
  const { directory } = command.opts<{ directory?: string }>();
  return directory === undefined ? from : existing(resolve(from, directory));
}

function existing(directory: string): string {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return directory;
  const what = found === undefined ? "this folder does not exist" : "this is a file, not a folder";
  throw new CodedError("cli/no-such-folder", what, {
    fix: "Pass an existing folder to -C.",
    place: directory,
  });
}
