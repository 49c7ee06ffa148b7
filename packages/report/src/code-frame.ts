import { cutText } from "@swarm-actions/core";
import { visibleCode } from "@swarm-actions/display";
import type {
  ChangedFile,
  DiffLine,
  Hunk,
  LineKind,
  PanelFinding,
  Side,
} from "@swarm-actions/review";
import { type Concealment, concealmentOf } from "./concealment.ts";
import type { ReviewReport } from "./model.ts";

export interface FrameLine {
  /** 1-based, in the file of the frame's side. */
  readonly number: number;
  readonly text: string;
  readonly kind: LineKind;
  /** Whether the finding is about this line. */
  readonly marked: boolean;
}

/** The code a finding is about, with a few lines around it. */
export interface CodeFrame {
  readonly side: Side;
  readonly lines: readonly FrameLine[];
  /** Marked lines left out because the place is too long to show whole. */
  readonly omitted: number;
}

const longestLine = 400;

/** Cuts frames for one review; looks each file up once, however many findings it has. */
export class CodeFrames {
  readonly #files: ReadonlyMap<string, ChangedFile>;
  readonly #sources = new Map<string, LineSource | null>();
  readonly #concealment: Concealment;

  constructor(report: ReviewReport) {
    this.#files = new Map(report.change.files.map((file) => [file.diff.path, file]));
    this.#concealment = concealmentOf(report);
  }

  /** Null when the finding has no lines, or none of them can be had. */
  frame(finding: PanelFinding, around = 2, most = 12): CodeFrame | null {
    const { place } = finding;
    if (place.kind !== "lines") return null;
    const source = this.#source(place.path, place.side);
    if (source === null) return null;
    const end = Math.min(place.endLine, place.startLine + most - 1);
    const lines: FrameLine[] = [];
    for (let number = Math.max(1, place.startLine - around); number <= end + around; number++) {
      const line = source(number);
      const marked = number >= place.startLine && number <= place.endLine;
      if (line !== undefined) lines.push({ number, marked, ...line });
    }
    if (!lines.some((line) => line.marked)) return null;
    return { side: place.side, lines, omitted: place.endLine - end };
  }

  /** Lines `start`–`end` of the new side, for showing what a suggestion replaces. Null if unknown. */
  newLines(path: string, start: number, end: number): readonly string[] | null {
    const source = this.#source(path, "new");
    if (source === null) return null;
    const lines: string[] = [];
    for (let number = start; number <= end; number++) {
      const line = source(number);
      if (line === undefined) return null;
      lines.push(line.text);
    }
    return lines;
  }

  /**
   * What a suggestion puts in place of lines `start`–`end` of the new side. Null where one of them
   * is hidden: the new lines may well repeat what it holds.
   */
  replacement(path: string, start: number, end: number, text: string): readonly string[] | null {
    if (this.#concealment.hides(path, "new", start, end)) return null;
    if (text === "") return [];
    return text.split("\n").map((line) => clean(this.#concealment.redact(line)));
  }

  #source(path: string, side: Side): LineSource | null {
    const key = `${side} ${path}`;
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const file = this.#files.get(path);
    const source = file === undefined ? null : sourceOf(file, side, this.#concealment);
    this.#sources.set(key, source);
    return source;
  }
}

type LineSource = (number: number) => Pick<FrameLine, "text" | "kind"> | undefined;

/** Any line of one side: from its hunks, else from the whole file where that is at hand. */
function sourceOf(file: ChangedFile, side: Side, concealment: Concealment): LineSource {
  const whole = (side === "new" ? file.after : file.before)?.split("\n") ?? [];
  if (whole.at(-1) === "") whole.pop();
  const changed = hunkLines(file.diff.hunks, side);
  return (number) => {
    const line = changed.get(number);
    const text = line?.text ?? whole[number - 1];
    if (text === undefined) return undefined;
    const shown = concealment.conceal(text, file.diff.path, side, number);
    return { text: clean(shown), kind: line?.kind ?? "context" };
  };
}

function hunkLines(hunks: readonly Hunk[], side: Side): ReadonlyMap<number, DiffLine> {
  const lines = new Map<number, DiffLine>();
  for (const hunk of hunks) {
    for (const line of hunk.lines) {
      const number = side === "new" ? line.newLine : line.oldLine;
      if (number !== null) lines.set(number, line);
    }
  }
  return lines;
}

function clean(text: string): string {
  return cutText(visibleCode(cutText(text, longestLine)), longestLine);
}
