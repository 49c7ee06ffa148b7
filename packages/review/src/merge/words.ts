// Words that say nothing about which fault it is: grammar, and what every reviewer writes.
const commonWords = new Set(
  `a about after all also an and any are as at avoid be because been before being but by call called
  can cannot case change code consider could detected do does don each else error expected file find
  fix for found from function get has have here how identified if in instead into is issue it its
  just kind like line made make may method might more must no not now of off on one only or other out
  over own possible possibly potential prefer probable probably problem property remove same see set
  should so some statement than that the their them then there these they this to two type unexpected
  up use used uses using value variable want was were when where whether which while who will with
  without would you your`.split(/\s+/),
);

const suffixes = [
  "ations",
  "ation",
  "ings",
  "ions",
  "ing",
  "ion",
  "ied",
  "ies",
  "ed",
  "es",
  "ly",
  "s",
  "e",
  "y",
];

/** The telling words of a text: lower case, stemmed, common ones left out. */
export function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_$]{2,40}/gu) ?? [];
  return words.filter((word) => !commonWords.has(word)).map(stemOf);
}

/** Cuts the commonest English endings, so that "injection" meets "injected". */
export function stemOf(word: string): string {
  const suffix = suffixes.find((end) => word.endsWith(end) && word.length - end.length >= 3);
  return suffix === undefined ? word : word.slice(0, -suffix.length);
}
