/**
 * Characters that nobody sees, or that make a text read otherwise than it is stored: controls but line
 * feed and tab, bidirectional controls, zero-width and filler characters, tags, variation selectors.
 */
const hidden =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Variation_Selector}]/u;
const everyHidden = new RegExp(hidden, "gu");

/** Scripts that cannot be written right without joiners. */
const joined =
  /[\p{Script=Arab}\p{Script=Syrc}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Khmr}\p{Script=Mong}]$/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\u{fe0f}?$/u;
const emojiBase = /[\p{Extended_Pictographic}0-9#*]$/u;

/**
 * Takes hidden characters out. Kept are those that a reader sees the effect of: one selector after an
 * emoji, a joiner between two emoji (families, professions), and joiners between letters of scripts
 * that need them. Flags of regions lose their tags, which could spell anything. `\r\n` becomes `\n`.
 */
export function stripHidden(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const lines = text.replace(/\r\n?/g, "\n").toWellFormed();
  const stripped = lines.replace(everyHidden, (character, at: number) => {
    if (isSeen(character, lines, at)) return character;
    count++;
    return "";
  });
  return { text: stripped, count };
}

export function isHidden(character: string): boolean {
  return hidden.test(character);
}

function isSeen(character: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20);
  if (character === "\u{fe0e}" || character === "\u{fe0f}") return emojiBase.test(before);
  if (character !== "\u{200d}" && character !== "\u{200c}") return false;
  if (character === "\u{200d}" && emoji.test(before) && emoji.test(after)) return true;
  return joined.test(before) && joined.test(after);
}
