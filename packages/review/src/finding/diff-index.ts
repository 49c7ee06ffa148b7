import type { Diff, FileDiff, Side } from "../diff/model.ts";

/** Where a line stands in a diff. */
interface Spot {
  readonly hunk: number;
  readonly text: string;
}

interface FileLines {
  readonly file: FileDiff;
  readonly old: ReadonlyMap<number, Spot>;
  readonly new: ReadonlyMap<number, Spot>;
}

/** Looks up files and lines of a diff. */
export interface DiffIndex {
  file(path: string): FileDiff | null;
  /** The hunk that shows all lines `from`–`to` of that side; null when no single hunk does. */
  hunkOf(path: string, side: Side, from: number, to: number): number | null;
  /** The text of lines `from`–`to`, joined by `\n`. Lines the diff does not show are left out. */
  text(path: string, side: Side, from: number, to: number): string;
}

export function indexDiff(diff: Diff): DiffIndex {
  const files = new Map(diff.files.map((file) => [file.path, linesOf(file)]));
  const spot = (path: string, side: Side, line: number): Spot | undefined =>
    files.get(path)?.[side].get(line);
  return {
    file: (path) => files.get(path)?.file ?? null,
    hunkOf(path, side, from, to) {
      const first = spot(path, side, from);
      const last = spot(path, side, to);
      return first !== undefined && first.hunk === last?.hunk ? first.hunk : null;
    },
    text(path, side, from, to) {
      const lines: string[] = [];
      for (let line = from; line <= to; line++) lines.push(spot(path, side, line)?.text ?? "");
      return lines.join("\n");
    },
  };
}

function linesOf(file: FileDiff): FileLines {
  const sides = { old: new Map<number, Spot>(), new: new Map<number, Spot>() };
  for (const [hunk, { lines }] of file.hunks.entries()) {
    for (const { oldLine, newLine, text } of lines) {
      if (oldLine !== null) sides.old.set(oldLine, { hunk, text });
      if (newLine !== null) sides.new.set(newLine, { hunk, text });
    }
  }
  return { file, ...sides };
}
