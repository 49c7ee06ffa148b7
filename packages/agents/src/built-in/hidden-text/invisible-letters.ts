import type { Severity } from "@swarm-actions/review";
import { columnsOf, lineRule, listCharacters, type Sighting } from "./sighting.ts";
import type { SuspectLine } from "./suspect-line.ts";

const filler = /[\u115F\u1160\u3164\uFFA0]/g;
const hangul = /[\u1100-\u115E\u1161-\u11FF\u3130-\u3163\u3165-\u318F\uAC00-\uD7FF]/;

export const invisibleLetters = lineRule(
  {
    id: "hidden-text/invisible-letters",
    title: "Letters that show nothing",
    severity: "high",
    category: "security",
    why: "To a compiler they are letters: a variable can be named by one alone, so that a parameter, an array element or a call stands in the code without anybody seeing it.",
    fix: "Delete them and everything that uses the name they make.",
    flagged: [
      {
        title: "a parameter that nobody sees",
        after: { "src/a.js": "const { timeout, \u3164 } = request.query;\n" },
      },
    ],
    clean: [
      {
        title: "Korean text with a filler in a syllable",
        after: { "docs/korean.md": "\u1112\u1160\u11AB is written with a filler.\n" },
      },
    ],
  },
  lookForFillers,
);

function lookForFillers(line: SuspectLine): Sighting | null {
  const columns = columnsOf(line.text, filler);
  if (columns.length === 0 || line.setting === "locale") return null;
  if (line.setting === "prose" && hangul.test(line.text)) return null;
  const message = `Letters that show nothing: ${listCharacters(line.text, columns)}. They can be names of variables that no reader sees; delete them and what uses them.`;
  return { severity: severityOf(line, columns), message };
}

function severityOf(line: SuspectLine, columns: readonly number[]): Severity {
  if (line.aside || line.setting === "prose") return "low";
  const regions = new Set(columns.map((column) => line.region(column)));
  if (regions.has("code")) return "high";
  return regions.has("string") ? "medium" : "low";
}
