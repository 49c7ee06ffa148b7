/** A part of a text that is scanned by itself. */
export interface Piece {
  readonly text: string;
  /** The offset in the whole text at which `text` begins; negative when something stands before it. */
  readonly offset: number;
}

// The engine compares every two matches, so that a file full of them takes the square of its size.
const pieceLength = 64 * 1024;
/** More than the longest secret: it stands whole in one of two pieces. */
const overlap = 12_500;

const blockMark = /secretlint-(disable|enable)(?!-)[^\n]{0,200}/g;

/** Cuts a text into overlapping pieces, at the ends of lines where it can. */
export function piecesOf(content: string): Piece[] {
  if (content.length <= pieceLength) return [{ text: content, offset: 0 }];
  const marks = [...content.matchAll(blockMark)];
  const pieces: Piece[] = [];
  for (let start = 0; start < content.length; ) {
    const end = endOfPiece(content, start);
    // A mark that switched the engine off further up still holds here.
    const last = marks.findLast((mark) => mark.index < start);
    const prefix = last?.[1] === "disable" ? `${last[0]}\n` : "";
    pieces.push({ text: prefix + content.slice(start, end), offset: start - prefix.length });
    start = end === content.length ? end : startOfLine(content, end - overlap);
  }
  return pieces;
}

function endOfPiece(content: string, start: number): number {
  const most = start + pieceLength;
  if (most >= content.length) return content.length;
  const newline = content.lastIndexOf("\n", most);
  return newline > start + pieceLength / 2 ? newline + 1 : most;
}

/** Back to the start of the line, unless that line is so long that it had to be cut. */
function startOfLine(content: string, offset: number): number {
  const newline = content.lastIndexOf("\n", offset);
  return offset - newline < 2_000 ? newline + 1 : offset;
}
