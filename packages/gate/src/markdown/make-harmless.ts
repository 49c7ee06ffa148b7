import { fenceOf } from "@swarm-actions/core";
import { codeWriter, type WriteCode } from "./code-span.ts";
import { applyEdits, type Edit, type Rule } from "./edit.ts";
import { editFence } from "./edit-fence.ts";
import { editBlockHtml, editInlineHtml } from "./edit-html.ts";
import { editAddress, editDefinition, editImage, editLink } from "./edit-links.ts";
import { editWords } from "./edit-words.ts";
import { isIntricate } from "./is-intricate.ts";
import { type Piece, readPieces } from "./read-pieces.ts";

export interface HarmlessMarkdown {
  readonly markdown: string;
  readonly changes: readonly Rule[];
}

/** Markdown that people or agents wrote settles in two readings; only an attack needs more. */
const mostReadings = 12;

/**
 * Makes Markdown whose links, mentions and HTML do no harm. Reads it, mends what a rule objects to, and
 * reads it again, since every change can turn text into something else, until no rule objects. What does
 * not settle, or would take long to read, is shown as it is in a block of code.
 */
export function makeHarmless(markdown: string, hosts: readonly string[]): HarmlessMarkdown {
  let current = markdown;
  const changes: Rule[] = [];
  for (let reading = 0; reading < mostReadings && !isIntricate(current); reading++) {
    const edits = objections(current, hosts);
    if (edits.length === 0) return { markdown: current, changes };
    const { markdown: mended, applied } = applyEdits(current, edits);
    current = mended;
    changes.push(...applied.map(({ rule }) => rule));
  }
  return { markdown: fenceOf([markdown], "text"), changes: [...changes, "html"] };
}

function objections(markdown: string, hosts: readonly string[]): readonly Edit[] {
  const pieces = readPieces(markdown);
  const writeCode = codeWriter(markdown, pieces);
  return pieces.flatMap((piece) => editPiece(markdown, piece, hosts, writeCode));
}

function editPiece(
  markdown: string,
  piece: Piece,
  hosts: readonly string[],
  writeCode: WriteCode,
): readonly Edit[] {
  switch (piece.kind) {
    case "words":
      return editWords(markdown, piece, writeCode);
    case "inline-html":
      return editInlineHtml(markdown, piece);
    case "block-html":
      return editBlockHtml(markdown, piece);
    case "image":
      return editImage(piece);
    case "link":
      return editLink(piece, hosts, writeCode);
    case "definition":
      return editDefinition(piece, hosts);
    case "address":
      return editAddress(piece, hosts, writeCode);
    case "fence-info":
      return editFence(piece);
  }
}
