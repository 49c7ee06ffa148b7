import { posix } from "node:path";
import { type ChangedFile, fingerprintHunks, type Hunk } from "@swarm-actions/review";
import type { FilePart, HunksPayload } from "./payload.ts";
import { writeHunk } from "./write-hunk.ts";

/** A set of hunks that one task is about. */
export interface CutPart extends HunksPayload {
  /** Lines of its hunks. */
  readonly lines: number;
}

/** A part of one file, and what it weighs. */
interface Piece {
  readonly part: FilePart;
  readonly lines: number;
}

/**
 * Cuts a change into sets of at most `most` lines: small files of a folder together, a large file by its
 * hunks. A hunk is never cut, so that one larger than that is a set by itself.
 */
export function cutChange(files: readonly ChangedFile[], most: number): readonly CutPart[] {
  const fingerprints = fingerprintHunks(files.map(({ diff }) => diff));
  const pieces = files.flatMap((file, at) => cutFile(file, fingerprints[at] ?? [], most));
  const sets: Piece[][] = [];
  let lines = 0;
  for (const piece of pieces) {
    const last = sets.at(-1);
    const fits = last !== undefined && lines + piece.lines <= most && isNear(last, piece);
    if (fits) last.push(piece);
    else sets.push([piece]);
    lines = piece.lines + (fits ? lines : 0);
  }
  return sets.map((set, at) => ({
    lead: at === 0,
    files: set.map(({ part }) => part),
    lines: set.reduce((sum, piece) => sum + piece.lines, 0),
  }));
}

/** Whole files share a task with others of their folder; a part of a file stays by itself. */
function isNear(set: readonly Piece[], { part }: Piece): boolean {
  const last = set.at(-1)?.part;
  if (last === undefined || !part.first) return false;
  return posix.dirname(last.path) === posix.dirname(part.path);
}

function cutFile({ diff }: ChangedFile, fingerprints: readonly string[], most: number): Piece[] {
  const { path, hunks } = diff;
  if (hunks.length === 0) return [{ part: { path, hunks: [], first: true, diff: "" }, lines: 0 }];
  const pieces: Piece[] = [];
  let taken: number[] = [];
  let lines = 0;
  const close = (): void => {
    const chosen = taken.map((at) => hunks[at]).filter((hunk): hunk is Hunk => hunk !== undefined);
    const part = {
      path,
      hunks: taken.map((at) => fingerprints[at] ?? ""),
      first: pieces.length === 0,
      diff: chosen.map(writeHunk).join(""),
    };
    pieces.push({ part, lines });
    taken = [];
    lines = 0;
  };
  for (const [at, hunk] of hunks.entries()) {
    if (taken.length > 0 && lines + hunk.lines.length > most) close();
    taken.push(at);
    lines += hunk.lines.length;
  }
  close();
  return pieces;
}
