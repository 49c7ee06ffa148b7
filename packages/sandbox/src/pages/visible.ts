/** Characters that steer a line or are not there to the eye; what joins the parts of an emoji is left. */
const unseen =
  /(?![\t\n])[\p{Cc}\u{00AD}\u{061C}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2064}\u{2066}-\u{2069}\u{FEFF}\u{E0000}-\u{E007F}]/gu;

/** Text with a name in place of every character that would reorder or hide something. */
export function visible(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(unseen, nameOf);
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\\u{${code.toString(16).toUpperCase().padStart(4, "0")}}`;
}
