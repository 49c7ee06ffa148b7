/**
 * Characters that move the cursor, reorder, or are not there to the eye. Line feeds and tabs are
 * left alone, and so are the two variation selectors that only choose between text and emoji.
 */
const unseen =
  /(?!\t|\n|\u{FE0E}|\u{FE0F})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text from a change or an agent made safe to look at: every control, bidi or invisible character
 * becomes a visible name for it (`␛`, `\u{202E}`). `\r\n` becomes `\n`.
 */
export function visible(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(unseen, nameOf);
}

/** The same on one line: line feeds become `␊`, tabs a space. For paths, titles and names. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll("\n", "␊").replaceAll("\t", " ");
}

/** A line of code: tabs become spaces, and the `\r` of a CRLF file is not worth showing. */
export function visibleCode(line: string): string {
  const bare = line.endsWith("\r") ? line.slice(0, -1) : line;
  return visible(bare).replaceAll("\n", "␊").replaceAll("\t", "    ");
}

/**
 * The same for text that is JSON already: the characters become `\uXXXX`, so that the document
 * parses to the same values but is harmless on a terminal.
 */
export function visibleJson(json: string): string {
  return json.replace(unseen, (character) =>
    Array.from({ length: character.length }, (_, unit) => escapeUnit(character, unit)).join(""),
  );
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `\\u{${code.toString(16).toUpperCase().padStart(4, "0")}}`;
}

function escapeUnit(character: string, unit: number): string {
  return `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`;
}
