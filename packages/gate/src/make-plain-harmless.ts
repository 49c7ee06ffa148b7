import { isAllowedUrl } from "./allowed-url.ts";
import { findReferences } from "./find-references.ts";
import type { Rule } from "./markdown/edit.ts";

const quotedCode = /`[^`\n]+`/g;
const triggers = /@(?=[a-z\d])|#(?=\d)|gh-(?=\d)|:\/\/(?=\S)|www\.(?=\S)/gi;

/**
 * Parts what could notify somebody or become a link in a text that is shown as it is, `@ user`, but for
 * what is quoted as code: backquotes would be seen here.
 */
export function makePlainHarmless(
  text: string,
  hosts: readonly string[],
): { readonly text: string; readonly changes: readonly Rule[] } {
  const changes: Rule[] = [];
  let out = "";
  let from = 0;
  const part = (words: string): string => partReferences(words, hosts, changes);
  for (const { 0: code, index } of text.matchAll(quotedCode)) {
    out += part(text.slice(from, index)) + code;
    from = index + code.length;
  }
  return { text: out + part(text.slice(from)), changes };
}

function partReferences(words: string, hosts: readonly string[], changes: Rule[]): string {
  let out = "";
  let from = 0;
  for (const { start, end, rule } of findReferences(words)) {
    const reference = words.slice(start, end);
    if (rule === "link" && isAllowedUrl(reference, hosts)) continue;
    out += words.slice(from, start) + reference.replace(triggers, "$& ");
    from = end;
    changes.push(rule);
  }
  return out + words.slice(from);
}
