import { decodeString } from "micromark-util-decode-string";
import type { Event, Token } from "micromark-util-types";
import { parseMarkdown } from "./parse-markdown.ts";

/** Where something stands in the Markdown, UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a text that a rule looks at. Code is not among them: nothing in it links or notifies. */
export type Piece =
  /** Words on one line, with their escapes and character references. */
  | (Span & { readonly kind: "words"; readonly inTable: boolean })
  | (Span & { readonly kind: "inline-html" | "block-html" | "image" })
  /** Label and destination in place; `labelEnd` is where the label's closing bracket stands. */
  | (Span & {
      readonly kind: "link";
      readonly labelEnd: number;
      readonly destination: string;
      readonly inTable: boolean;
    })
  | (Span & { readonly kind: "definition"; readonly destination: string })
  /** An address that links by itself, with or without angle brackets. */
  | (Span & { readonly kind: "address"; readonly address: string; readonly inTable: boolean })
  /** The first word after a code fence. */
  | (Span & { readonly kind: "fence-info"; readonly info: string });

/** What holds no words of the text, or is judged as a whole. */
const opaque = new Set<string>([
  "codeFenced",
  "codeIndented",
  "codeText",
  "htmlFlow",
  "htmlText",
  "definition",
  "resource",
  "reference",
  "autolink",
  "literalAutolink",
  "image",
  "gfmFootnoteCall",
  "gfmFootnoteDefinitionLabel",
]);

const wordTypes = new Set<string>(["data", "characterEscape", "characterReference"]);

/** The parts of a Markdown text, in order, as GitHub's flavour reads it. */
export function readPieces(markdown: string): readonly Piece[] {
  const events = parseMarkdown(markdown);
  const pieces: Piece[] = [];
  let tables = 0;
  for (let at = 0; at < events.length; at++) {
    const event = events[at];
    if (event === undefined) break;
    const [phase, token] = event;
    const type: string = token.type;
    if (type === "table") tables += phase === "enter" ? 1 : -1;
    if (phase === "exit") continue;
    const end = opaque.has(type) || type === "link" ? exitOf(events, at) : at;
    addPiece(pieces, pieceOf(markdown, token, events.slice(at, end), tables > 0));
    if (opaque.has(type)) at = end;
  }
  return pieces;
}

function exitOf(events: readonly Event[], from: number): number {
  const token = events[from]?.[1];
  let at = from + 1;
  while (at < events.length && events[at]?.[1] !== token) at++;
  return at;
}

/** Words that follow each other without a gap are read together: `@` and `user` make a mention. */
function addPiece(pieces: Piece[], piece: Piece | null): void {
  if (piece === null) return;
  const last = pieces.at(-1);
  const joins = piece.kind === "words" && last?.kind === "words" && last.end === piece.start;
  if (joins) pieces[pieces.length - 1] = { ...last, end: piece.end };
  else pieces.push(piece);
}

function pieceOf(
  markdown: string,
  token: Token,
  inner: readonly Event[],
  inTable: boolean,
): Piece | null {
  const span = spanOf(token);
  const source = markdown.slice(span.start, span.end);
  const type: string = token.type;
  if (wordTypes.has(type)) return { kind: "words", inTable, ...span };
  switch (type) {
    case "htmlText":
      return { kind: "inline-html", ...span };
    case "htmlFlow":
      return { kind: "block-html", ...span };
    case "image":
      return { kind: "image", ...span };
    case "link":
      return linkOf(markdown, span, inner, inTable);
    case "definition": {
      const destination = innerText(markdown, inner, "definitionDestinationString");
      return { kind: "definition", destination: destination ?? "", ...span };
    }
    case "autolink":
      return { kind: "address", address: source.slice(1, -1), inTable, ...span };
    case "literalAutolink":
      return { kind: "address", address: source, inTable, ...span };
    case "codeFenced":
      return fenceInfoOf(markdown, inner);
    default:
      return null;
  }
}

/** Null for a link by reference: its definition decides. */
function linkOf(
  markdown: string,
  span: Span,
  inner: readonly Event[],
  inTable: boolean,
): Piece | null {
  const label = inner.find(([, token]) => token.type === "label")?.[1];
  const resource = inner.find(
    ([, { type, start }]) => type === "resource" && start.offset === label?.end.offset,
  );
  if (label === undefined || resource === undefined) return null;
  const from = inner.indexOf(resource);
  const destination = innerText(markdown, inner.slice(from), "resourceDestinationString") ?? "";
  return { kind: "link", labelEnd: label.end.offset - 1, destination, inTable, ...span };
}

function fenceInfoOf(markdown: string, inner: readonly Event[]): Piece | null {
  const info = inner.find(([, token]) => token.type === "codeFencedFenceInfo")?.[1];
  if (info === undefined) return null;
  const span = spanOf(info);
  return { kind: "fence-info", info: decodeString(markdown.slice(span.start, span.end)), ...span };
}

function innerText(markdown: string, inner: readonly Event[], type: string): string | null {
  const token = inner.find(([, candidate]) => candidate.type === type)?.[1];
  return token === undefined
    ? null
    : decodeString(markdown.slice(token.start.offset, token.end.offset));
}

function spanOf({ start, end }: Token): Span {
  return { start: start.offset, end: end.offset };
}
