import { CodedError, fenceOf, messageOf } from "@swarm-actions/core";
import type { Kit } from "./kit.ts";
import type { Runner } from "./runner/runner.ts";
import { tame } from "./runner/tame.ts";

/** Says what went wrong and how to mend it: beside the run, in the log, and in the job summary. */
export function reportFailure(thrown: unknown, runner: Runner, kit: Kit | null): void {
  const failure = describe(thrown);
  const clean = (text: string): string => tame(kit?.redactor.redact(text) ?? text);
  const text = clean(failure.text);
  // Not through the kit: this one must be shown even after ten others.
  runner.tell({ kind: "annotation", level: "error", title: failure.code, text });
  if (failure.stack !== null) runner.tell({ kind: "info", text: clean(failure.stack) });
  kit?.summary.add(`### Failed: \`${failure.code}\`\n\n${fenceOf([failure.text], "text")}`);
}

interface Failure {
  readonly code: string;
  readonly text: string;
  /** For faults that are ours, where the code was. */
  readonly stack: string | null;
}

function describe(thrown: unknown): Failure {
  if (thrown instanceof CodedError) {
    const place = thrown.place === null ? [] : [`at ${thrown.place}`];
    const lines = [thrown.message, ...place, `fix: ${thrown.fix}`];
    return { code: thrown.code, text: lines.join("\n"), stack: null };
  }
  const stack = thrown instanceof Error ? (thrown.stack ?? null) : null;
  const text = `${messageOf(thrown)}\nfix: This is a fault of the action itself; please report it.`;
  return { code: "action/internal-error", text, stack };
}
