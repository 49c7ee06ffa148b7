import picocolors from "picocolors";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

type Paint = (text: string) => string;

/** What text is laid out on: colours or none, and how many columns there are. */
export interface Page {
  readonly width: number;
  readonly paint: Readonly<Record<"bold" | "dim" | "added" | "deleted" | "good" | "bad", Paint>>;
}

export function pageOf(color: boolean, width: number): Page {
  const c = picocolors.createColors(color);
  return {
    width: Math.max(40, Math.min(width, 120)),
    paint: { bold: c.bold, dim: c.dim, added: c.green, deleted: c.red, good: c.green, bad: c.red },
  };
}

/** Breaks safe text into lines that fit the page once each has `indent` before it. */
export function wrap(page: Page, text: string, indent: string): string[] {
  const columns = Math.max(20, page.width - indent.length);
  const lines = wrapAnsi(text, columns, { hard: true, trim: true }).split("\n");
  return lines.map((line) => (line === "" ? "" : indent + line));
}

/** Cuts safe text to so many columns, marking the cut. */
export function fit(text: string, columns: number): string {
  if (text.length * 2 <= columns || stringWidth(text) <= columns) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += stringWidth(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Fills up to so many columns. */
export function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - stringWidth(text)));
}
