/** The longest message kept, in UTF-16 code units. */
export const maxMessageLength = 4000;

// Control characters but tab and newline; bidirectional controls, zero-width characters and tags,
// which make a text read otherwise than it is stored. Joiners stay: scripts and emoji need them.
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Removes what does not belong into a message of plain text: anything that hides or steers. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").toWellFormed();
  return lines.replace(unwanted, "").trim();
}
