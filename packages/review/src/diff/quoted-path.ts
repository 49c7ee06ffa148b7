import { brokenDiff, quoted } from "./broken-diff.ts";

const escapes: ReadonlyMap<string, string> = new Map([
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ['"', '"'],
  ["\\", "\\"],
]);

const token = /\\(?:([0-3][0-7]{2})|([abtnvfr"\\]))|[^"\\]+/gy;

/**
 * Reads the name at the start of `text`, which begins with `"`, as git quotes names (`quote.c`):
 * C escapes, and octal for each byte of UTF-8. Bytes that are no UTF-8 become U+FFFD.
 * @returns the name, and how much of `text` it took with both quotes.
 */
export function readQuoted(text: string, line: number): { name: string; length: number } {
  const bytes: Uint8Array[] = [];
  token.lastIndex = 1;
  let end = 1;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    bytes.push(bytesOf(match));
    end = token.lastIndex;
  }
  if (text[end] !== '"') throw brokenDiff("malformed", line, `bad quoted name ${quoted(text)}`);
  return { name: new TextDecoder().decode(joined(bytes)), length: end + 1 };
}

function bytesOf([whole, octal, letter]: RegExpExecArray): Uint8Array {
  if (octal !== undefined) return Uint8Array.of(Number.parseInt(octal, 8));
  return new TextEncoder().encode(letter === undefined ? whole : escapes.get(letter));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A name that fills the rest of its line: quoted, or plain up to a tab (after which dates stand). */
export function readName(text: string, line: number): string {
  if (text.startsWith('"')) return readQuoted(text, line).name;
  const tab = text.indexOf("\t");
  return tab < 0 ? text : text.slice(0, tab);
}
