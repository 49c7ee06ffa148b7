import { visible } from "../visible.ts";

/** HTML that is safe to write as it is. Only such a template and `trusted` make it. */
export class SafeHtml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = SafeHtml | string | number | null | readonly Piece[];

/**
 * A template of HTML. Whatever is put into it is escaped, and made visible, unless it is HTML from
 * such a template already; lists are joined, null is nothing. Attributes must stand in double quotes.
 */
export const html = createHtml(visible);

type HtmlTemplate = (parts: TemplateStringsArray, ...pieces: readonly Piece[]) => SafeHtml;

/** The same template for pages that show text differently. @param show gives text as it is to be seen */
export function createHtml(show: (text: string) => string): HtmlTemplate {
  const write = (piece: Piece): string => {
    if (piece === null) return "";
    if (piece instanceof SafeHtml) return piece.text;
    if (typeof piece === "string") return escapeHtml(show(piece));
    if (typeof piece === "number") return String(piece);
    return piece.map(write).join("");
  };
  return (parts, ...pieces) => {
    let text = parts[0] ?? "";
    for (const [index, piece] of pieces.entries()) text += write(piece) + (parts[index + 1] ?? "");
    return new SafeHtml(text);
  };
}

/** Our own styles and scripts, or what a sanitizer let through. Never text from outside. */
export function trusted(text: string): SafeHtml {
  return new SafeHtml(text);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
