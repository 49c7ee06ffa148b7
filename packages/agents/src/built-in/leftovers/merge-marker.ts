import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { type AddedLine, addedLines, placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { isDocsPath, isFixturePath, isTestPath } from "../path-kinds.ts";
import { languageOf } from "../source/language.ts";

type Mark = "ours" | "base" | "middle" | "theirs";

interface MarkedLine {
  readonly mark: Mark;
  readonly line: AddedLine;
}

const marks: readonly (readonly [Mark, RegExp])[] = [
  ["ours", /^<{7}(?: |$)/],
  ["base", /^\|{7}(?: |$)/],
  ["middle", /^={7}$/],
  ["theirs", /^>{7}(?: |$)/],
];

const ours = "<".repeat(7);
const middle = "=".repeat(7);
const theirs = ">".repeat(7);
const conflict = `a();\n${ours} HEAD\nb();\n${middle}\nc();\n${theirs} topic\n`;

export const mergeMarker: Rule = {
  doc: {
    id: "leftovers/merge-marker",
    title: "Marks of an unresolved merge conflict",
    severity: "high",
    category: "correctness",
    why: "The file holds both versions and the marks between them; it no longer compiles, or is no longer valid data.",
    fix: "Decide between the two versions, and delete the marks.",
    flagged: [
      { title: "a conflict that was committed", after: { "src/a.js": conflict } },
      { title: "the last mark of one", after: { "src/a.py": `a()\n${theirs} topic\n` } },
    ],
    clean: [
      { title: "an underlined heading", after: { "docs/a.rst": `Heading\n${middle}\n\nText.\n` } },
      { title: "a quote in a quote", after: { "docs/a.md": `${theirs} quoted often\n` } },
      { title: "a ruler in a comment", after: { "src/a.py": `# ${middle}\n# A\n# ${middle}\n` } },
    ],
  },
  check: (task: ReviewTask) => task.files.flatMap(lookAtFile),
};

function lookAtFile(file: TaskFile): Observation[] {
  const marked = markedLines(file);
  const conflicts: MarkedLine[][] = [];
  for (const next of marked) {
    const current = conflicts.at(-1);
    const continues = current?.at(-1)?.line.hunk === next.line.hunk && next.mark !== "ours";
    if (current !== undefined && continues && current.at(-1)?.mark !== "theirs") current.push(next);
    else conflicts.push([next]);
  }
  return conflicts.filter((lines) => isConflict(lines, file)).map(observationOf);
}

function markedLines(file: TaskFile): MarkedLine[] {
  const found: MarkedLine[] = [];
  for (const line of addedLines(file)) {
    // Nearly every line ends here, at the cost of one comparison.
    if (!/^[<=>|]{7}/.test(line.text)) continue;
    const [mark] = marks.find(([, pattern]) => pattern.test(line.text)) ?? [];
    if (mark !== undefined) found.push({ mark, line });
  }
  return found;
}

/** Several different marks are a conflict anywhere; one by itself only where it can be nothing else. */
function isConflict(lines: readonly MarkedLine[], file: TaskFile): boolean {
  const kinds = new Set(lines.map(({ mark }) => mark));
  if (kinds.has("ours") && (kinds.has("middle") || kinds.has("theirs"))) return true;
  if (kinds.has("base") && kinds.size > 1) return true;
  const alone = kinds.has("ours") || kinds.has("theirs");
  return alone && languageOf(file.diff.path) !== null && !isDocsPath(file.diff.path);
}

function observationOf(lines: readonly MarkedLine[]): Observation {
  const first = lines[0];
  if (first === undefined) throw new RangeError("a conflict has at least one marked line");
  const { path } = first.line;
  const mild = isTestPath(path) || isFixturePath(path) || isDocsPath(path);
  const message =
    "Marks of a merge conflict were committed: the file holds both versions. Decide between them and delete the marks.";
  const place = placeOfLines(first.line, lines.at(-1)?.line);
  return {
    place,
    message,
    severity: mild ? "low" : "high",
    confidence: lines.length > 1 ? 0.99 : 0.8,
  };
}
