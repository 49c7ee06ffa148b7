import type { GateChange } from "../model.ts";
import type { Span } from "./read-pieces.ts";

export type Rule = GateChange["rule"];

/** Puts something in place of a part of the Markdown. */
export interface Edit extends Span {
  readonly rule: Rule;
  readonly replacement: string;
}

/** Applies edits in order of place. Where two overlap, the second waits for the next reading. */
export function applyEdits(
  markdown: string,
  edits: readonly Edit[],
): { readonly markdown: string; readonly applied: readonly Edit[] } {
  const applied: Edit[] = [];
  const parts: string[] = [];
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < from) continue;
    append(parts, markdown.slice(from, edit.start));
    append(parts, edit.replacement);
    from = edit.end;
    applied.push(edit);
  }
  append(parts, markdown.slice(from));
  return { markdown: parts.join(""), applied };
}

/** A backquote next to another, or after a backslash, would not begin or end the code it should. */
function append(parts: string[], text: string): void {
  if (text === "") return;
  const last = parts.at(-1)?.at(-1);
  if (text.startsWith("`") && (last === "`" || last === "\\")) parts.push(" ");
  parts.push(text);
}
