import type { Suggestion } from "@swarm-actions/review";

/**
 * Leaves out lines that stay as they are, and says what is left as a suggestion. Null when nothing
 * is left, or when it takes a line that is not there.
 * @param first the number of the first line of `before`.
 * @param lineAt a line that may be replaced.
 */
export function wholeLines(
  before: readonly string[],
  after: readonly string[],
  first: number,
  lineAt: (line: number) => string | undefined,
): Suggestion | null {
  const { head, tail } = unchanged(before, after);
  if (head + tail >= before.length && head + tail >= after.length) return null;
  const startLine = first + head;
  const endLine = first + before.length - tail - 1;
  const fresh = after.slice(head, after.length - tail);
  const widened = widen({ startLine, endLine, fresh }, lineAt);
  if (widened === null) return null;
  return {
    startLine: widened.startLine,
    endLine: widened.endLine,
    replacement: widened.fresh.join("\n"),
  };
}

/** How many lines stay at either end. */
function unchanged(
  before: readonly string[],
  after: readonly string[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  // From the end first, because the last line may be the one that an edit only stops before.
  let tail = 0;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head++;
  return { head, tail };
}

interface NewLines {
  readonly startLine: number;
  readonly endLine: number;
  readonly fresh: readonly string[];
}

/**
 * A suggestion replaces lines, and an empty one deletes them: to insert lines, or to leave one
 * empty line, it must take a neighbour along. Null when a line is not there to be replaced.
 */
function widen(
  { startLine, endLine, fresh }: NewLines,
  lineAt: (line: number) => string | undefined,
): NewLines | null {
  const enough = endLine >= startLine && !(fresh.length === 1 && fresh[0] === "");
  if (enough) {
    const there = lineAt(startLine) !== undefined && lineAt(endLine) !== undefined;
    return there ? { startLine, endLine, fresh } : null;
  }
  const above = lineAt(startLine - 1);
  if (above !== undefined) return { startLine: startLine - 1, endLine, fresh: [above, ...fresh] };
  const below = lineAt(endLine + 1);
  if (below === undefined) return null;
  return { startLine, endLine: endLine + 1, fresh: [...fresh, below] };
}
