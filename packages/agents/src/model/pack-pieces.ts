import type { TaskFile } from "@swarm-actions/review";
import type { Piece } from "./piece.ts";
import { showPieces } from "./show-pieces.ts";

/** Files up to this length are shown whole: what surrounds a change matters more than its cost. */
const wholeFileLines = 400;
/** Code has about 3.5 characters a token; a little less is on the safe side. */
const charactersPerToken = 3.2;

export function estimateTokens(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}

/**
 * Distributes the hunks under review over requests of at most `maxTokens` by estimate. A file that
 * is too large for one is split by hunk, a hunk by lines; nothing is left out.
 */
export function packPieces(
  files: readonly TaskFile[],
  contextLines: number,
  maxTokens: number,
): Piece[][] {
  const requests: Piece[][] = [];
  let open: Piece[] = [];
  let used = 0;
  for (const group of files.flatMap((file) => fit(file, contextLines, maxTokens))) {
    const size = sizeOf(group);
    if (used + size > maxTokens && open.length > 0) {
      requests.push(open);
      [open, used] = [[], 0];
    }
    open.push(...group);
    used += size;
  }
  return open.length === 0 ? requests : [...requests, open];
}

/** Groups of pieces that stay together: the whole file when it fits, else smaller and smaller. */
function fit(file: TaskFile, contextLines: number, maxTokens: number): Piece[][] {
  const short = (file.after?.match(/\n/g)?.length ?? 0) <= wholeFileLines;
  for (const context of short ? [Number.POSITIVE_INFINITY, contextLines] : [contextLines]) {
    const whole = file.hunks.map((hunk) => pieceOf(file, hunk, context));
    if (whole.length === 0 || sizeOf(whole) <= maxTokens) return whole.length === 0 ? [] : [whole];
  }
  return file.hunks.flatMap((hunk) => fitHunk(file, hunk, contextLines, maxTokens));
}

function fitHunk(file: TaskFile, hunk: number, contextLines: number, maxTokens: number): Piece[][] {
  for (const context of [contextLines, Math.min(contextLines, 5), 0]) {
    const piece = pieceOf(file, hunk, context);
    if (sizeOf([piece]) <= maxTokens) return [[piece]];
  }
  return halve(pieceOf(file, hunk, 0), maxTokens).map((piece) => [piece]);
}

function halve(piece: Piece, maxTokens: number): Piece[] {
  if (piece.lines.length <= 1 || sizeOf([piece]) <= maxTokens) return [piece];
  const middle = Math.ceil(piece.lines.length / 2);
  return [piece.lines.slice(0, middle), piece.lines.slice(middle)].flatMap((lines) =>
    halve({ ...piece, lines }, maxTokens),
  );
}

function pieceOf(file: TaskFile, hunk: number, context: number): Piece {
  return { file, hunk, lines: file.diff.hunks[hunk]?.lines ?? [], context };
}

function sizeOf(pieces: readonly Piece[]): number {
  return estimateTokens(showPieces(pieces));
}
