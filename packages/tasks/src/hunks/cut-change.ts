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
  /** With the first piece of a file, those of its hunks that nobody is asked about. */
  readonly carried: readonly string[];
}

/** How a change is cut. */
export interface Cut {
  /** Lines in a set. */
  readonly most: number;
  /** Fingerprints of hunks that an earlier review stands for. */
  readonly carried: ReadonlySet<string>;
}

/**
 * Cuts a change into sets of at most `most` lines: small files of a folder together, a large file by its
 * hunks. A hunk is never cut, so that one larger than that is a set by itself. Files in which nothing is left
 * to look at make no set, and stand in the first one, so that what is said of whole files is said again.
 */
export function cutChange(files: readonly ChangedFile[], cut: Cut): readonly CutPart[] {
  const fingerprints = fingerprintHunks(files.map(({ diff }) => diff));
  const pieces = files.flatMap((file, at) => cutFile(file, fingerprints[at] ?? [], cut));
  const isOpen = ({ part }: Piece): boolean => cut.carried.size === 0 || part.hunks.length > 0;
  const settled = pieces.filter((piece) => !isOpen(piece));
  return gather(pieces.filter(isOpen), cut.most).map((set, at) => {
    const lead = at === 0;
    const all = lead ? [...set, ...settled] : set;
    const carried = lead ? [...cut.carried] : set.flatMap((piece) => piece.carried);
    return {
      lead,
      files: all.map(({ part }) => part),
      ...(carried.length > 0 && { carried }),
      lines: set.reduce((sum, piece) => sum + piece.lines, 0),
    };
  });
}

/** As many of a row together as fit, in sets without gaps. */
function gather(pieces: readonly Piece[], most: number): readonly (readonly Piece[])[] {
  const sets: Piece[][] = [];
  let lines = 0;
  for (const piece of pieces) {
    const last = sets.at(-1);
    const fits = last !== undefined && lines + piece.lines <= most && isNear(last, piece);
    if (fits) last.push(piece);
    else sets.push([piece]);
    lines = piece.lines + (fits ? lines : 0);
  }
  return sets;
}

/** Whole files share a task with others of their folder; a part of a file stays by itself. */
function isNear(set: readonly Piece[], { part }: Piece): boolean {
  const last = set.at(-1)?.part;
  if (last === undefined || !part.first) return false;
  return posix.dirname(last.path) === posix.dirname(part.path);
}

function cutFile(
  { diff }: ChangedFile,
  fingerprints: readonly string[],
  { most, carried }: Cut,
): Piece[] {
  const { path, hunks } = diff;
  const settled = fingerprints.filter((one) => carried.has(one));
  if (hunks.length === settled.length) {
    return [{ part: { path, hunks: [], first: true, diff: "" }, lines: 0, carried: settled }];
  }
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
    pieces.push({ part, lines, carried: part.first ? settled : [] });
    taken = [];
    lines = 0;
  };
  for (const [at, hunk] of hunks.entries()) {
    if (carried.has(fingerprints[at] ?? "")) continue;
    if (taken.length > 0 && lines + hunk.lines.length > most) close();
    taken.push(at);
    lines += hunk.lines.length;
  }
  close();
  return pieces;
}
