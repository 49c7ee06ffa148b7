// Letters of other scripts that most fonts draw like an ASCII letter. Greek letters that formulas
// use (alpha, nu, rho …) are left out: they are written on purpose far more often than not.
const cyrillic: readonly (readonly [string, string])[] = [
  [
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425",
    "ABESIJKMHOPCTX",
  ],
  [
    "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u0501\u051B\u051D",
    "aeopcyxsijhdqw",
  ],
  ["\u04AE\u04BA\u04C0\u04CF\u050C\u051A\u051C", "YhIlGQW"],
];
const greek: readonly (readonly [string, string])[] = [
  [
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7",
    "ABEZHIKMNOPTYX",
  ],
  ["\u03BF\u03F2\u03F3", "ocj"],
];
const armenian: readonly (readonly [string, string])[] = [
  ["\u0555\u054D\u054F\u0570\u0578\u057D\u0581\u0585\u0566", "OUShnugoq"],
];
const latin: readonly (readonly [string, string])[] = [["\u0251\u0261", "ag"]];

const pairs = [...cyrillic, ...greek, ...armenian, ...latin];
const letters = new Map(
  pairs.flatMap(([foreign, ascii]) =>
    [...foreign].map((letter, at) => [letter, ascii[at] ?? letter] as const),
  ),
);

/** The ASCII letter that a letter looks like; null when it looks like none. */
export function asciiLookOf(letter: string): string | null {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  if (!/^[\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D6A3}]$/u.test(letter)) return null;
  // Fullwidth letters and the alphabets for formulas are ASCII letters in another dress.
  const plain = letter.normalize("NFKC");
  return /^[A-Za-z]$/.test(plain) ? plain : null;
}
