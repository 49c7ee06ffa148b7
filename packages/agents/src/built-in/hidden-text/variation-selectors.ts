import { lineRule, type Sighting } from "./sighting.ts";
import type { SuspectLine } from "./suspect-line.ts";

const run = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{3,}/gu;

/** A run this long holds data; a shorter one may be an editor's slip. */
const surelyData = 8;

export const variationSelectors = lineRule(
  {
    id: "hidden-text/variation-selectors",
    title: "A run of invisible variation selectors",
    severity: "high",
    category: "security",
    why: "A character takes one at most. The 256 of them can stand for the 256 bytes, so a run of them is a hidden message or a hidden program that some other line unpacks.",
    fix: "Delete them, and look for code that reads the text they stand in.",
    flagged: [
      {
        title: "bytes hidden behind an emoji",
        after: {
          "src/a.js": `const mood = "\u{1F600}${"\u{E0120}\u{E0131}\u{E0142}".repeat(4)}";\n`,
        },
      },
    ],
    clean: [
      {
        title: "an emoji in colour",
        after: { "README.md": "We \u2764\uFE0F this, and \u2744\uFE0F too.\n" },
      },
    ],
  },
  lookForRuns,
);

function lookForRuns(line: SuspectLine): Sighting | null {
  const runs = [...line.text.matchAll(run)];
  const first = runs[0];
  if (first === undefined) return null;
  const longest = runs.reduce((most, match) => Math.max(most, [...match[0]].length), 0);
  const message = `${longest} variation selectors in a row at column ${first.index + 1}. They are invisible and can carry hidden bytes; delete them, and check what reads this text.`;
  const severity = longest >= surelyData ? "high" : "medium";
  return {
    severity: line.aside ? "medium" : severity,
    message,
    cleaned: line.text.replace(run, ""),
  };
}
