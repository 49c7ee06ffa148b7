/** Deeper than this nothing that is meant honestly goes, and reading it might exhaust the stack. */
const deepest = 64;

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Whether JSON text stays within a sane depth. Looks at brackets only, so that it needs no stack itself. */
export function isShallow(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === quote) at = endOfText(json, at);
    else if (code === openBrace || code === openBracket) {
      if (++depth > deepest) return false;
    } else if (code === closeBrace || code === closeBracket) depth--;
  }
  return true;
}

/** Where the quote is that ends a text; the end of all where there is none. */
function endOfText(json: string, begin: number): number {
  for (let at = begin; ; ) {
    at = json.indexOf('"', at + 1);
    if (at < 0) return json.length;
    let before = at;
    while (json.charCodeAt(before - 1) === backslash) before--;
    if ((at - before) % 2 === 0) return at;
  }
}
