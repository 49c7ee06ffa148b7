import { asciiLookOf } from "./look-alike-letters.ts";

/** A word that reads as plain ASCII but is not. */
export interface Disguise {
  readonly word: string;
  /** What it looks like. */
  readonly looks: string;
  /** Column (0-based) of the word, and of the first letter that is not what it seems. */
  readonly column: number;
  readonly letterColumn: number;
  /** Whether some of its letters are what they seem. */
  readonly mixed: boolean;
}

const word = /[\p{L}\p{M}\p{N}_$]+/gu;
const foreignLetter = /[^\P{L}A-Za-z]/u;

/** The words of a text whose every foreign letter looks like an ASCII one. */
export function disguises(text: string): Disguise[] {
  return [...text.matchAll(word)]
    .filter((match) => foreignLetter.test(match[0]))
    .flatMap((match) => disguiseOf(match[0], match.index) ?? []);
}

function disguiseOf(found: string, column: number): Disguise | null {
  let looks = "";
  let letterColumn = -1;
  let offset = 0;
  for (const letter of found) {
    const ascii = letter <= "\u007F" ? letter : asciiLookOf(letter);
    if (ascii === null) return null;
    if (letter > "\u007F" && letterColumn === -1) letterColumn = column + offset;
    looks += ascii;
    offset += letter.length;
  }
  return { word: found, looks, column, letterColumn, mixed: /[A-Za-z]/.test(found) };
}
