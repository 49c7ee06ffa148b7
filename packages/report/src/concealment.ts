import type { Side } from "@swarm-actions/review";
import type { ReviewReport } from "./model.ts";

/** Keeps what must not be shown out of the code that reports show. */
export interface Concealment {
  /** The line as it may be shown. */
  conceal(text: string, path: string, side: Side, line: number): string;
  /** A line that is not in the file, such as a suggested one, as it may be shown. */
  redact(text: string): string;
  /** Whether one of the lines from `first` to `last` is hidden. */
  hides(path: string, side: Side, first: number, last: number): boolean;
}

interface Range {
  readonly startLine: number;
  readonly endLine: number;
}

/** Longer lines are cut long before this; looking for values in all of them would only take time. */
const longestLine = 4000;
const hidden = "(hidden: this line holds a secret)";

/** Hides the lines that a concealing rule points at, and takes known values out of all others. */
export function concealmentOf(report: ReviewReport): Concealment {
  const ranges = hiddenRanges(report);
  const redact = (text: string): string => report.redact?.(text.slice(0, longestLine)) ?? text;
  const hides: Concealment["hides"] = (path, side, first, last) =>
    (ranges.get(keyOf(path, side)) ?? []).some(
      ({ startLine, endLine }) => startLine <= last && first <= endLine,
    );
  return {
    hides,
    redact,
    conceal: (text, path, side, line) => (hides(path, side, line, line) ? hidden : redact(text)),
  };
}

function hiddenRanges({ result, rules }: ReviewReport): ReadonlyMap<string, readonly Range[]> {
  const concealing = new Set(rules.filter(({ conceals }) => conceals).map(({ id }) => id));
  const ranges = new Map<string, Range[]>();
  for (const { rule, place } of result.findings.flatMap(({ members }) => members)) {
    if (place.kind !== "lines" || !concealing.has(rule)) continue;
    const key = keyOf(place.path, place.side);
    const known = ranges.get(key);
    if (known === undefined) ranges.set(key, [place]);
    else known.push(place);
  }
  return ranges;
}

function keyOf(path: string, side: Side): string {
  return `${side}:${path}`;
}
