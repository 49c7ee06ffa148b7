import type { DiffLine, TaskFile } from "@swarm-actions/review";
import type { Piece } from "./piece.ts";

const marks = { context: " ", added: "+", deleted: "-" } as const;
const longestLine = 2000;

/** Takes out of a line what a model must not see. */
export type Mask = (text: string) => string;

/** Shows pieces to a model, file by file, each line with its number in the file of its side. */
export function showPieces(pieces: readonly Piece[], mask: Mask = (text) => text): string {
  const files = Map.groupBy(pieces, ({ file }) => file);
  return [...files].map(([file, own]) => showFile(file, own, mask)).join("\n\n");
}

function showFile(file: TaskFile, pieces: readonly Piece[], mask: Mask): string {
  const shown: string[] = [titleOf(file)];
  const all = file.after?.split("\n") ?? [];
  const show = ({ kind, oldLine, newLine, text }: DiffLine): string =>
    numbered(newLine ?? oldLine ?? 0, marks[kind], mask(text));
  const unchanged = (from: number, to: number): string[] =>
    all
      .slice(from - 1, Math.max(from - 1, to))
      .map((text, at) => numbered(from + at, " ", mask(text)));
  // A final line end makes an empty last part that is no line.
  if (all.at(-1) === "") all.pop();
  let next = 1;
  for (const [at, piece] of pieces.entries()) {
    const [first, last] = newSpan(piece);
    const from = Math.max(next, first - piece.context);
    if (from > next) shown.push("·");
    shown.push(...unchanged(from, first - 1), ...piece.lines.map(show));
    const following = pieces[at + 1];
    const limit = following === undefined ? all.length : newSpan(following)[0] - 1;
    next = Math.max(last + 1, Math.min(limit, last + piece.context) + 1);
    shown.push(...unchanged(last + 1, next - 1));
  }
  if (next <= all.length) shown.push("·");
  return shown.join("\n");
}

function titleOf({ diff }: TaskFile): string {
  const was = diff.change === "renamed" ? `, was ${JSON.stringify(diff.oldPath)}` : "";
  return `File ${JSON.stringify(diff.path)} (${diff.change}${was})`;
}

/** The first and last line of the new file that a piece shows; empty for mere deletions. */
function newSpan({ file, hunk, lines }: Piece): [number, number] {
  const numbers = lines.map(({ newLine }) => newLine).filter((line) => line !== null);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first !== undefined && last !== undefined) return [first, last];
  // A hunk that only deletes says after which line of the new file it stands.
  const stands = file.diff.hunks[hunk]?.newStart ?? 0;
  return [stands + 1, stands];
}

function numbered(line: number, mark: string, text: string): string {
  const whole = text.length <= longestLine ? text : `${text.slice(0, longestLine)} … (cut)`;
  return `${String(line).padStart(5)} ${mark}  ${whole}`;
}
