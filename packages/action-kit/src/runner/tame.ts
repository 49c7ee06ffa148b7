/** What steers a terminal, turns text around or hides in it; line breaks and tabs are none of that. */
const unseen = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/**
 * Text that the runner cannot mistake for a command: it obeys lines that begin with `::` and anything
 * after `##[`, whoever wrote them. A zero-width space breaks both. Characters that nobody sees become
 * names that everybody does: `␛`, `\u{202E}`.
 */
export function tame(text: string): string {
  return text
    .replace(unseen, nameOf)
    .replace(/^(\s*):(?=:)/gm, "$1:\u200b")
    .replaceAll("##[", "##\u200b[");
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `\\u{${code.toString(16).toUpperCase().padStart(4, "0")}}`;
}
