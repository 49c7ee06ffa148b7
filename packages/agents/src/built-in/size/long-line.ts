import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { addedLines, placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { languageOf } from "../source/language.ts";
import { loadOf } from "./reviewable.ts";

const limit = 2_000;

export const longLine: Rule = {
  doc: {
    id: "size/long-line",
    title: "A line too long to read",
    severity: "info",
    category: "maintainability",
    why: "Nobody reads thousands of characters in one line, and the smallest edit to it shows as a change of the whole.",
    fix: "Keep the readable source instead of minified code, and data in a file of its own.",
    flagged: [{ title: "minified code", after: { "src/a.js": `${"a();".repeat(600)}\n` } }],
    clean: [
      { title: "an ordinary line", after: { "src/a.js": "a();\n" } },
      { title: "a file named as minified", after: { "web/a.min.js": `${"a();".repeat(600)}\n` } },
      { title: "data", after: { "data/a.json": `[${"1,".repeat(2_000)}1]\n` } },
    ],
  },
  check: (task: ReviewTask) => task.files.flatMap((file) => lookAtFile(file) ?? []),
};

function lookAtFile(file: TaskFile): Observation | null {
  if (languageOf(file.diff.path) === null || loadOf(file) === null) return null;
  const long = addedLines(file).filter((line) => line.text.length > limit);
  const [first, ...others] = long;
  if (first === undefined) return null;
  const more =
    others.length === 0 ? "" : `, and ${others.length} more lines of this file are as long`;
  const message = `This line has ${first.text.length} characters${more}. Nobody can review that: keep the readable source instead, or move data to a file of its own.`;
  return { place: placeOfLines(first), message };
}
