import { columnsOf, lineRule, listCharacters, type Sighting } from "./sighting.ts";
import type { SuspectLine } from "./suspect-line.ts";

const tag = /[\u{E0000}-\u{E007F}]/gu;
const flag = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu;

export const tagCharacters = lineRule(
  {
    id: "hidden-text/tag-characters",
    title: "Invisible tag characters that can spell out a text",
    severity: "high",
    category: "security",
    why: "There is one for every ASCII character. Whole sentences can stand in a line unseen, and language models read them: it is a way to slip instructions past a reviewer.",
    fix: "Delete them. Apart from the flags of a few regions nothing needs them.",
    flagged: [
      {
        title: "a hidden word in a comment",
        after: { "src/a.ts": "// Fine.\u{E0072}\u{E0075}\u{E006E}\nexport const a = 1;\n" },
      },
    ],
    clean: [
      {
        title: "the flag of Scotland",
        after: {
          "README.md":
            "Made in \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} with care.\n",
        },
      },
    ],
  },
  lookForTags,
);

function lookForTags(line: SuspectLine): Sighting | null {
  const flags = new Set(
    [...line.text.matchAll(flag)].flatMap(({ index, 0: { length } }) =>
      Array.from({ length }, (_, offset) => index + offset),
    ),
  );
  const columns = columnsOf(line.text, tag).filter((column) => !flags.has(column));
  if (columns.length === 0) return null;
  const message = `Invisible tag characters: ${listCharacters(line.text, columns)}. They can carry a text that only programs and language models read; delete them.`;
  const cleaned = flags.size > 0 ? null : line.text.replace(tag, "");
  return { severity: line.aside ? "medium" : "high", message, cleaned };
}
