import { createContext, Script } from "node:vm";

/** Longer lines are searched up to here: they are data or minified code. */
export const longestLine = 10_000;

/** A line with more matches gets no replacement: it is data. */
const mostReplaced = 20;

/** A line on which the pattern was found. */
export interface Match {
  /** Index into the lines searched. */
  readonly index: number;
  /** The line with every match replaced; null without a replacement. */
  readonly replaced: string | null;
}

export interface SearchResult {
  readonly matches: readonly Match[];
  /** Index of the line on which the search was cut off; null when it finished. */
  readonly cutOffAt: number | null;
}

// Nothing but V8 itself can stop a regular expression that backtracks: it interrupts a script
// whose time is up. The pattern is data here; no text of it runs as code.
const script = new Script(`"use strict"; {
  const { pattern, everywhere, replacement, mostReplaced, lines, matches } = search;
  for (; search.next < lines.length; search.next++) {
    const line = lines[search.next];
    if (!pattern.test(line)) continue;
    const few = replacement !== null && line.match(everywhere).length <= mostReplaced;
    matches.push({ index: search.next, replaced: few ? line.replace(everywhere, replacement) : null });
  }
}`);

/** Searches lines for a pattern; stops, and says where, once `milliseconds` are over. */
export function searchLines(
  pattern: RegExp,
  replacement: string | null,
  lines: readonly string[],
  milliseconds: number,
): SearchResult {
  const matches: Match[] = [];
  const everywhere = new RegExp(pattern, `${pattern.flags}g`);
  const bounded = lines.map((line) => line.slice(0, longestLine));
  const search = {
    pattern,
    everywhere,
    replacement,
    mostReplaced,
    lines: bounded,
    matches,
    next: 0,
  };
  try {
    script.runInContext(createContext({ search }), { timeout: milliseconds });
    return { matches, cutOffAt: null };
  } catch (cause) {
    if (!isTimeout(cause)) throw cause;
    return { matches, cutOffAt: search.next };
  }
}

/** The error is made inside the context, so that it is no `Error` of this one. */
function isTimeout(thrown: unknown): boolean {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : "";
  return code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
