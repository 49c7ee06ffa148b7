import type { ReviewTask, RuleDoc, Severity } from "@swarm-actions/review";
import { placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { type SuspectLine, suspectLines } from "./suspect-line.ts";

/** What a rule saw on one line. */
export interface Sighting {
  readonly severity: Severity;
  readonly message: string;
  /** The line without what is hidden in it, when taking it out cannot change what is meant. */
  readonly cleaned?: string | null;
}

/** A rule that looks at one added line at a time. */
export function lineRule(doc: RuleDoc, look: (line: SuspectLine) => Sighting | null): Rule {
  return {
    doc,
    check: (task: ReviewTask) =>
      suspectLines(task).flatMap((line) => {
        const seen = look(line);
        return seen === null ? [] : [observationOf(line, seen)];
      }),
  };
}

/** `U+200B at column 3, U+200D at column 9`, with the rest counted. */
export function listCharacters(text: string, columns: readonly number[]): string {
  const listed = columns.slice(0, 3).map((at) => `${codePointAt(text, at)} at column ${at + 1}`);
  const more = columns.length - listed.length;
  return more > 0 ? `${listed.join(", ")} and ${more} more` : listed.join(", ");
}

/** `U+` and at least four hexadecimal digits, as Unicode writes it. */
export function codePointAt(text: string, column: number): string {
  const value = text.codePointAt(column) ?? 0;
  return `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The columns (0-based) at which a global pattern matches. */
export function columnsOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((match) => match.index);
}

function observationOf(line: SuspectLine, seen: Sighting): Observation {
  const observation = {
    place: placeOfLines(line),
    severity: seen.severity,
    message: seen.message,
  };
  const { cleaned } = seen;
  if (cleaned === undefined || cleaned === null || cleaned === line.text) return observation;
  const replacement = cleaned + line.ending;
  return { ...observation, suggestion: { startLine: line.line, endLine: line.line, replacement } };
}
