import { visible } from "./visible.ts";

/** HTML that may be written as it is. Only `html` and `trusted` make it. */
export class SafeHtml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = SafeHtml | string | number | null | readonly Piece[];

/**
 * A template of HTML. What is put into it is escaped and made visible, unless it comes from this
 * template already; lists are joined, null is nothing. Attributes stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): SafeHtml {
  const texts = pieces.map((piece, index) => write(piece) + (parts[index + 1] ?? ""));
  return new SafeHtml((parts[0] ?? "") + texts.join(""));
}

/** Our own style, and what a sanitizer let through. */
export function trusted(text: string): SafeHtml {
  return new SafeHtml(text);
}

function write(piece: Piece): string {
  if (piece === null) return "";
  if (piece instanceof SafeHtml) return piece.text;
  if (typeof piece === "string") return escapeHtml(visible(piece));
  if (typeof piece === "number") return String(piece);
  return piece.map(write).join("");
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities.get(character) ?? "");
}
