import type { Language } from "./language.ts";
import { type Delimiter, type Syntax, syntaxes } from "./syntax.ts";

export type Region = "code" | "comment" | "string";

/** A stretch of a line, from `start` up to `end`, in UTF-16 code units. */
interface Segment {
  readonly region: Region;
  readonly start: number;
  readonly end: number;
}

/** The segments of one line, without gaps, from left to right. */
export type LexedLine = readonly Segment[];

/** Longer lines are no source that anyone wrote; they count as one string. */
const lineLimit = 20_000;

interface Lexer {
  readonly opener: RegExp;
  readonly byOpening: ReadonlyMap<string, Delimiter>;
}

const lexers = new Map<Language, Lexer>();

/**
 * Tells code from comments and strings, well enough to know whether a word stands in one of them.
 * The lines follow each other in the file; the first is taken to begin in code.
 */
export function lexLines(lines: Iterable<string>, language: Language): LexedLine[] {
  const lexer = lexers.get(language) ?? createLexer(syntaxes[language]);
  lexers.set(language, lexer);
  const lexed: LexedLine[] = [];
  let open: Delimiter | null = null;
  for (const line of lines) {
    const segments: Segment[] = [];
    open = line.length > lineLimit ? tooLong(line, segments) : lexLine(line, lexer, open, segments);
    lexed.push(segments);
  }
  return lexed;
}

/** The line with everything outside `region` blanked out, so that columns stay. */
export function onlyRegion(text: string, line: LexedLine, region: Region): string {
  return line
    .map(({ region: own, start, end }) =>
      own === region ? text.slice(start, end) : " ".repeat(end - start),
    )
    .join("");
}

/** Where the character at `column` (0-based) of a lexed line stands. */
export function regionAt(line: LexedLine, column: number): Region {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle]?.end ?? 0) <= column) low = middle + 1;
    else high = middle;
  }
  return line[low]?.region ?? "code";
}

function createLexer({ delimiters, tokens }: Syntax): Lexer {
  const openings = delimiters.map((delimiter) => literally(delimiter.open));
  const alternatives = [...(tokens === null ? [] : [tokens]), ...openings];
  return {
    opener: new RegExp(alternatives.join("|"), "g"),
    byOpening: new Map(delimiters.map((delimiter) => [delimiter.open, delimiter])),
  };
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function tooLong(line: string, segments: Segment[]): null {
  segments.push({ region: "string", start: 0, end: line.length });
  return null;
}

/** Lexes one line into `segments`; gives what is still open at its end. */
function lexLine(
  text: string,
  { opener, byOpening }: Lexer,
  openBefore: Delimiter | null,
  segments: Segment[],
): Delimiter | null {
  let open = openBefore;
  let at = 0;
  const push = (region: Region, end: number): void => {
    if (end > at) segments.push({ region, start: at, end });
    at = end;
  };
  for (;;) {
    if (open !== null) {
      const end = endOf(open, text, at + (at === 0 && open === openBefore ? 0 : open.open.length));
      push(open.region, end ?? text.length);
      if (end === null) return open.multiline ? open : null;
    }
    opener.lastIndex = at;
    const match = opener.exec(text);
    push("code", match?.index ?? text.length);
    if (match === null) return null;
    open = byOpening.get(match[0]) ?? null;
    if (open === null) push("string", at + match[0].length);
  }
}

/** Where the delimiter's closing mark ends, looking from `from`; null when it is not on the line. */
function endOf({ close, region }: Delimiter, text: string, from: number): number | null {
  if (close === null) return null;
  for (let at = text.indexOf(close, from); at !== -1; at = text.indexOf(close, at + 1)) {
    if (region === "comment" || !isEscaped(text, at, from)) return at + close.length;
  }
  return null;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - slashes - 1 >= from && text[at - slashes - 1] === "\\") slashes++;
  return slashes % 2 === 1;
}
