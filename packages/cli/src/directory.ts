import { statSync } from "node:fs";
import { resolve } from "node:path";
import { CodedError } from "@swarm-actions/core";
import type { Command } from "commander";

/** The folder a command works in: its own `-C`, then one before its name, then where it was started. */
export function directoryOf(command: Command): string {
  for (let at: Command | null = command; at !== null; at = at.parent) {
    const { directory } = at.opts<{ directory?: string }>();
    if (directory !== undefined) return existing(resolve(directory));
  }
  return process.cwd();
}

function existing(directory: string): string {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return directory;
  throw new CodedError("cli/no-such-folder", "this folder does not exist", {
    fix: "Pass an existing folder to -C.",
    place: directory,
  });
}
