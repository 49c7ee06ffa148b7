import type { Side } from "@swarm-actions/review";

/** A line as a peer has it, with the index of its hunk in the file. */
export interface Spot {
  readonly hunk: number;
  readonly text: string;
}

/** The lines of one file by their numbers, on each side. */
export type LinesOfFile = Readonly<Record<Side, Map<number, Spot>>>;

/** Gives the lines of a file, each to `add` with its number on the sides it is on. */
export type ReadLines<File> = (
  file: File,
  add: (spot: Spot, oldLine: number | null, newLine: number | null) => void,
) => void;

/**
 * The lookup that the peers lack, as one builds it from lists of lines: a map from number to line
 * for each file and side. Like ours it is made file by file, when one is first asked for, and keeps
 * the latest file at hand.
 */
export class LineMap<File> {
  readonly #files: ReadonlyMap<string, File>;
  readonly #read: ReadLines<File>;
  readonly #known = new Map<string, LinesOfFile>();
  #latestPath: string | null = null;
  #latest: LinesOfFile | null = null;

  constructor(files: ReadonlyMap<string, File>, read: ReadLines<File>) {
    this.#files = files;
    this.#read = read;
  }

  hunkOf(path: string, side: Side, line: number): number | null {
    return this.#spot(path, side, line)?.hunk ?? null;
  }

  textOf(path: string, side: Side, line: number): string | null {
    return this.#spot(path, side, line)?.text ?? null;
  }

  #spot(path: string, side: Side, line: number): Spot | undefined {
    const lines = this.#linesOf(path);
    return (side === "old" ? lines?.old : lines?.new)?.get(line);
  }

  #linesOf(path: string): LinesOfFile | null {
    if (path === this.#latestPath) return this.#latest;
    this.#latestPath = path;
    const file = this.#files.get(path);
    this.#latest = this.#known.get(path) ?? (file === undefined ? null : this.#index(file));
    if (this.#latest !== null) this.#known.set(path, this.#latest);
    return this.#latest;
  }

  #index(file: File): LinesOfFile {
    const lines = { old: new Map<number, Spot>(), new: new Map<number, Spot>() };
    this.#read(file, (spot, oldLine, newLine) => {
      if (oldLine !== null) lines.old.set(oldLine, spot);
      if (newLine !== null) lines.new.set(newLine, spot);
    });
    return lines;
  }
}
