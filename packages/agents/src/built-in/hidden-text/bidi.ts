import type { Severity } from "@swarm-actions/review";
import { columnsOf, lineRule, listCharacters, type Sighting } from "./sighting.ts";
import type { SuspectLine } from "./suspect-line.ts";

const control = /[\u202A-\u202E\u2066-\u2069]/g;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u;

export const bidi = lineRule(
  {
    id: "hidden-text/bidi",
    title: "Invisible characters that change the direction of text",
    severity: "high",
    category: "security",
    why: "They make an editor show a line in another order than the compiler reads it, so that code which runs can look like a comment or a string.",
    fix: "Delete them, or write them as escapes such as `\\u202e` where a program needs them as data. Text in a right-to-left script seldom needs them.",
    flagged: [
      {
        title: "an override that turns the rest of the line around",
        after: { "src/access.js": 'if (role !== "user\u202E // admins only\u2066") allow();\n' },
      },
      {
        title: "an isolate in an identifier",
        after: { "src/a.py": "is_\u2066admin\u2069 = True\n" },
      },
    ],
    clean: [
      {
        title: "a translation into Arabic",
        after: { "locales/ar.json": '{ "open": "\u2067\u0627\u0641\u062A\u062D\u2069" }\n' },
      },
      {
        title: "the control written as an escape",
        after: { "src/strip.js": 'export const strip = (text) => text.replace(/\\u202e/g, "");\n' },
      },
    ],
  },
  lookForBidi,
);

function lookForBidi(line: SuspectLine): Sighting | null {
  const columns = columnsOf(line.text, control);
  if (columns.length === 0) return null;
  const open = isLeftOpen(line.text);
  const native = rightToLeft.test(line.text);
  if (line.setting === "locale" && (native || !open)) return null;
  if (line.setting === "prose" && native && !open) return null;
  const effect = open
    ? "The direction they set stays on to the end of the line, so what is shown is not what is run"
    : "They can make the line read differently from what it does";
  const message = `Invisible direction controls: ${listCharacters(line.text, columns)}. ${effect}; delete them, or write them as escapes.`;
  const cleaned = native ? null : line.text.replace(control, "");
  return { severity: severityOf(line, open), message, cleaned };
}

function severityOf({ setting, aside }: SuspectLine, open: boolean): Severity {
  if (setting === "locale") return "low";
  if (setting === "prose" || aside) return open ? "medium" : "low";
  return open ? "high" : "medium";
}

/** Whether an embedding, override or isolate is not closed before the end of the line. */
function isLeftOpen(text: string): boolean {
  const stack: ("embedding" | "isolate")[] = [];
  for (const [character] of text.matchAll(control)) {
    if (character >= "\u2066" && character <= "\u2068") stack.push("isolate");
    else if (character === "\u2069") {
      const isolate = stack.lastIndexOf("isolate");
      if (isolate !== -1) stack.length = isolate;
    } else if (character === "\u202C") {
      if (stack.at(-1) === "embedding") stack.pop();
    } else stack.push("embedding");
  }
  return stack.length > 0;
}
