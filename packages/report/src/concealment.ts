import type { Side } from "@swarm-actions/review";
import type { ReviewReport } from "./model.ts";

/** Keeps what must not be shown out of the code that reports show. */
export interface Concealment {
  /** The line as it may be shown. */
  conceal(text: string, path: string, side: Side, line: number): string;
}

/** Longer lines are cut long before this; looking for values in all of them would only take time. */
const longestLine = 4000;
const hidden = "(hidden: this line holds a secret)";

/** Hides the lines that a concealing rule points at, and takes known values out of all others. */
export function concealmentOf({ result, rules, redact }: ReviewReport): Concealment {
  const concealing = new Set(rules.filter(({ conceals }) => conceals).map(({ id }) => id));
  const lines = new Set<string>();
  for (const { rule, place } of result.findings.flatMap(({ members }) => members)) {
    if (place.kind !== "lines" || !concealing.has(rule)) continue;
    for (let line = place.startLine; line <= place.endLine; line++) {
      lines.add(keyOf(place.path, place.side, line));
    }
  }
  return {
    conceal(text, path, side, line) {
      if (lines.has(keyOf(path, side, line))) return hidden;
      return redact === undefined ? text : redact(text.slice(0, longestLine));
    },
  };
}

function keyOf(path: string, side: Side, line: number): string {
  return `${side}:${line}:${path}`;
}
