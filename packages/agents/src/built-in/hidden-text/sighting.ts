import { type ReviewTask, type RuleDoc, type Severity, severities } from "@swarm-actions/review";
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

/** Lines of one file that a rule reports by themselves; the rest become one remark on the file. */
const linesPerFile = 20;

/** A rule that looks at one added line at a time. */
export function lineRule(doc: RuleDoc, look: (line: SuspectLine) => Sighting | null): Rule {
  return {
    doc,
    check(task: ReviewTask): Observation[] {
      const byPath = new Map<string, Observation[]>();
      for (const line of suspectLines(task)) {
        const seen = look(line);
        if (seen === null) continue;
        const earlier = byPath.get(line.path) ?? [];
        byPath.set(line.path, earlier);
        earlier.push(observationOf(line, seen));
      }
      return [...byPath].flatMap(([path, all]) => cut(path, all, doc.title));
    },
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

function cut(path: string, all: readonly Observation[], title: string): Observation[] {
  const kept = all.slice(0, linesPerFile);
  const rest = all.slice(linesPerFile);
  if (rest.length === 0) return kept;
  const severity = worst(rest.flatMap((seen) => seen.severity ?? []));
  const message = `${rest.length} more added lines of this file have the same trouble: ${title.toLowerCase()}. If that is what the file is for, set this rule to ignore its path.`;
  return [...kept, { place: { kind: "file", path }, severity, message }];
}

function worst(found: readonly Severity[]): Severity {
  return severities.find((severity) => found.includes(severity)) ?? "info";
}
