import { CodedError } from "@swarm-actions/core";
import type { Command } from "commander";
import type { RunSettings } from "./run-folder.ts";

/** What may be said anew of a run that is gone on with. */
const open: ReadonlySet<string> = new Set([
  "resume",
  "output",
  "format",
  "html",
  "maxMinutes",
  "directory",
]);

/**
 * A command that differs from the one the run was begun with would not be run.
 * @param words those after `--`; empty: none were given
 * @throws CodedError `swarm/other-command`
 */
export function refuseOtherWords(words: readonly string[], work: RunSettings["work"]): void {
  const begun = work.kind === "program" ? work.words : [];
  const isSame = words.length === begun.length && words.every((word, at) => word === begun[at]);
  if (words.length === 0 || isSame) return;
  throw new CodedError("swarm/other-command", "the run was begun with another command", {
    fix: "Leave the command out with `--resume`, or begin another run.",
    place: "--resume",
  });
}

/** Options that have no effect, as the run goes on as it was begun. */
export function ignoredOptions(command: Command): readonly string[] {
  return command.options
    .filter((option) => command.getOptionValueSource(option.attributeName()) === "cli")
    .filter((option) => !open.has(option.attributeName()))
    .map(({ long, flags }) => long ?? flags);
}
