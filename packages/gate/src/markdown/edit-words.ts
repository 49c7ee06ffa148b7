import { findReferences } from "../find-references.ts";
import { isHidden } from "../hidden-unicode.ts";
import type { WriteCode } from "./code-span.ts";
import { type DecodedWords, decodeWords } from "./decode-words.ts";
import type { Edit } from "./edit.ts";
import type { Piece } from "./read-pieces.ts";

/** Writes as code whatever of the words GitHub would link or notify somebody of. */
export function editWords(
  markdown: string,
  piece: Extract<Piece, { kind: "words" }>,
  writeCode: WriteCode,
): readonly Edit[] {
  const words = decodeWords(markdown, piece, "markdown");
  return editDecoded(words, (text) => writeCode(text, piece.inTable));
}

/** @param show writes words so that nothing in them links or notifies. */
export function editDecoded(words: DecodedWords, show: (text: string) => string): readonly Edit[] {
  const references = findReferences(words.text).map(({ start, end, rule }): Edit => {
    return { ...words.sourceOf(start, end), rule, replacement: show(words.text.slice(start, end)) };
  });
  return [...references, ...hiddenReferences(words)];
}

/** What is hidden by itself was taken out before; `&#8203;` was not. */
function hiddenReferences({ text, sourceOf }: DecodedWords): readonly Edit[] {
  return [...text.matchAll(/[^\x20-\x7e]/gu)].flatMap(({ 0: character, index }): Edit[] => {
    const span = sourceOf(index, index + character.length);
    const isWritten = span.end - span.start === character.length;
    if (isWritten || !isHidden(character)) return [];
    return [{ ...span, rule: "hidden-unicode", replacement: "" }];
  });
}
