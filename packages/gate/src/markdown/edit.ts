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
  let out = "";
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < from) continue;
    out = join(join(out, markdown.slice(from, edit.start)), edit.replacement);
    from = edit.end;
    applied.push(edit);
  }
  return { markdown: join(out, markdown.slice(from)), applied };
}

/** A backquote next to another, or after a backslash, would not begin or end the code it should. */
function join(before: string, after: string): string {
  const touches = after.startsWith("`") && /[`\\]$/.test(before);
  return touches ? `${before} ${after}` : before + after;
}
