import type { DiffSide } from "../../state/model.ts";

/** One line of a hunk. `position` counts from the file's first `@@`, later headers included. */
export interface HunkLine {
  readonly text: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly position: number;
}

export interface Hunk {
  readonly header: string;
  readonly lines: readonly HunkLine[];
}

/** A line of a patch, and the hunk it stands in. */
export interface PatchPlace {
  readonly hunk: Hunk;
  readonly line: HunkLine;
}

/** Reads the hunks of a patch as git printed it. */
export function parseHunks(patch: string): readonly Hunk[] {
  const hunks: { header: string; lines: HunkLine[] }[] = [];
  let left = 0;
  let right = 0;
  for (const [position, text] of patch.split("\n").entries()) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header !== null) {
      left = Number(header[1]);
      right = Number(header[2]);
      hunks.push({ header: text, lines: [] });
      continue;
    }
    const sign = text.charAt(0);
    const line = {
      text,
      position,
      left: sign === " " || sign === "-" ? left : null,
      right: sign === " " || sign === "+" ? right : null,
    };
    if (line.left !== null) left += 1;
    if (line.right !== null) right += 1;
    hunks.at(-1)?.lines.push(line);
  }
  return hunks;
}

/** Where a line of a side stands; null when the diff does not show it. */
export function findLine(
  hunks: readonly Hunk[],
  side: DiffSide,
  number: number,
): PatchPlace | null {
  for (const hunk of hunks) {
    const line = hunk.lines.find((line) => (side === "LEFT" ? line.left : line.right) === number);
    if (line !== undefined) return { hunk, line };
  }
  return null;
}

/** The line at a position as the first version of the API counted; null when there is none. */
export function findPosition(hunks: readonly Hunk[], position: number): PatchPlace | null {
  for (const hunk of hunks) {
    const line = hunk.lines.find((line) => line.position === position);
    if (line !== undefined && !line.text.startsWith("\\")) return { hunk, line };
  }
  return null;
}

/** The hunk up to a line, as GitHub shows it over a comment. */
export function hunkUpTo({ hunk, line }: PatchPlace): string {
  const end = hunk.lines.indexOf(line) + 1;
  return [hunk.header, ...hunk.lines.slice(0, end).map(({ text }) => text)].join("\n");
}
