/**
 * What a column counts. `ambiguous`: the program does not say, so that only lines on which all
 * readings agree can be used.
 */
export type ColumnUnit = "utf16" | "code-points" | "utf8-bytes" | "ambiguous";

/** Where a 1-based column stands in `line`, as a 0-based UTF-16 offset; null when it stands nowhere. */
export function offsetOfColumn(line: string, column: number, unit: ColumnUnit): number | null {
  if (!Number.isInteger(column) || column < 1) return null;
  const steps = column - 1;
  if (unit === "utf16") return steps <= line.length ? steps : null;
  if (unit === "ambiguous") {
    return steps <= line.length && isAscii(line.slice(0, steps)) ? steps : null;
  }
  return walk(line, steps, widthOf(unit));
}

/** The 1-based line on which a 0-based character or byte offset of `text` stands; null past its end. */
export function lineOfOffset(text: string, offset: number, unit: ColumnUnit): number | null {
  const index =
    unit === "code-points" || unit === "utf8-bytes" ? walk(text, offset, widthOf(unit)) : offset;
  if (index === null || index > text.length) return null;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < index; at = text.indexOf("\n", at + 1)) {
    line++;
  }
  return line;
}

function widthOf(unit: "code-points" | "utf8-bytes"): (character: string) => number {
  return unit === "utf8-bytes" ? utf8Length : () => 1;
}

/** The UTF-16 offset after `steps` units, null when it is past the end or inside a character. */
function walk(text: string, steps: number, width: (character: string) => number): number | null {
  let left = steps;
  let index = 0;
  for (const character of text) {
    if (left <= 0) break;
    left -= width(character);
    index += character.length;
  }
  return left === 0 ? index : null;
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
