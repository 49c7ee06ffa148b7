import type { Diff, FileDiff, Side } from "../diff/model.ts";
import { createPositionMap } from "../diff/position-map.ts";

/** Looks up files and lines of a diff. */
export interface DiffIndex {
  /** By the path people know it by, or by its path before a rename. */
  file(path: string): FileDiff | null;
  /** The hunk that shows all lines `from`–`to` of that side; null when no single hunk does. */
  hunkOf(path: string, side: Side, from: number, to: number): number | null;
  /** The text of lines `from`–`to` of a hunk, joined by `\n`. */
  text(path: string, side: Side, from: number, to: number): string;
}

export function indexDiff(diff: Diff): DiffIndex {
  const positions = createPositionMap(diff);
  const files = filesByPath(diff);
  return {
    file: (path) => files.get(path) ?? null,
    hunkOf(path, side, startLine, endLine) {
      const position = positions.locate({ path, side, startLine, endLine });
      return position.ok ? position.hunk : null;
    },
    text(path, side, from, to) {
      const lines: string[] = [];
      for (let line = from; line <= to; line++) {
        lines.push(positions.lineAt(path, side, line)?.text ?? "");
      }
      return lines.join("\n");
    },
  };
}

/** A path of now wins over the same path from before a rename. */
function filesByPath(diff: Diff): ReadonlyMap<string, FileDiff> {
  const old = diff.files.flatMap((file) =>
    file.change === "renamed" && file.oldPath !== null ? [[file.oldPath, file] as const] : [],
  );
  return new Map([...old, ...diff.files.map((file) => [file.path, file] as const)]);
}
