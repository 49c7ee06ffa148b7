/** Deeper than this nothing that is meant honestly goes, and reading it might exhaust the stack. */
const deepest = 64;

/** Whether JSON text stays within a sane depth. Looks at brackets only, so that it needs no stack itself. */
export function isShallow(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (isText) {
      if (code === backslash) at++;
      else if (code === quote) isText = false;
    } else if (code === quote) isText = true;
    else if (code === openBrace || code === openBracket) {
      if (++depth > deepest) return false;
    } else if (code === closeBrace || code === closeBracket) depth--;
  }
  return true;
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
