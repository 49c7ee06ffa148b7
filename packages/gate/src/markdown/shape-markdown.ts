import { lengthOf, longest } from "../limits.ts";
import type { ShapedText, Shapeless } from "../shape.ts";
import { cutMarkdown } from "./cut-markdown.ts";
import { isIntricate } from "./is-intricate.ts";
import { makeHarmless } from "./make-harmless.ts";
import { demoteChanged, suggestionsIn } from "./suggestions.ts";

/** Makes Markdown harmless, and short enough for where it goes. */
export function shapeMarkdown(shapeless: Shapeless, hosts: readonly string[]): ShapedText {
  const { kind, reserved } = shapeless;
  const room = longest[kind] - reserved;
  const { markdown, changes } = makeHarmless(withoutChanged(shapeless), hosts);
  const excess = lengthOf(markdown, kind) - markdown.length;
  if (markdown.length + excess <= room) return { text: markdown, changes };
  // Where bytes count, a third of the room holds as many characters of any script.
  const cut = cutMarkdown(markdown, Math.max(room - excess, Math.floor(room / 3)));
  const again = makeHarmless(cut, hosts);
  return { text: again.markdown, changes: [...changes, ...again.changes, "length"] };
}

function withoutChanged({ text, original }: Shapeless): string {
  if (text === original || isIntricate(original) || isIntricate(text)) return text;
  return demoteChanged(text, suggestionsIn(original));
}
