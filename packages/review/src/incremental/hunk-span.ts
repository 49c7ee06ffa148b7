import type { Hunk, Side } from "../diff/model.ts";

/** Context further away than this from a change says nothing about it; git prints as much. */
const nearContext = 3;

/** The lines of one side that belong to a hunk's identity, around the line of its first change. */
interface SideSpan {
  readonly first: number;
  readonly last: number;
  /** The line of this side at which the hunk's first change stands: offsets count from here. */
  readonly anchor: number;
}

export interface HunkSpan {
  /** Indices into the hunk's lines, `to` exclusive. */
  readonly lines: { readonly from: number; readonly to: number };
  readonly sides: Readonly<Record<Side, SideSpan>>;
}

/** What of a hunk makes it the same hunk again, wherever it stands. */
export function measureHunk(hunk: Hunk): HunkSpan {
  const count = hunk.lines.length;
  const changed = hunk.lines.findIndex((line) => line.kind !== "context");
  const leading = Math.max(0, changed);
  const trailing = count - 1 - hunk.lines.findLastIndex((line) => line.kind !== "context");
  const from = Math.max(0, leading - nearContext);
  const cut = changed === -1 ? 0 : Math.max(0, trailing - nearContext);
  const side = (start: number, length: number): SideSpan => ({
    first: start + from,
    last: start + length - 1 - cut,
    anchor: start + leading,
  });
  return {
    lines: { from, to: count - cut },
    sides: { old: side(hunk.oldStart, hunk.oldCount), new: side(hunk.newStart, hunk.newCount) },
  };
}
