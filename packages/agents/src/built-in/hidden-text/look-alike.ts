import type { TaskFile } from "@swarm-actions/review";
import { type Disguise, disguises } from "./disguise.ts";
import { codePointAt, lineRule, type Sighting } from "./sighting.ts";
import type { SuspectLine } from "./suspect-line.ts";

export const lookAlike = lineRule(
  {
    id: "hidden-text/look-alike",
    title: "Names spelled with look-alike letters of another script",
    severity: "high",
    category: "security",
    why: "Two names that look the same are two different names to the compiler: a call can go to a function that nobody reviewed, and an address can lead to somebody else.",
    fix: "Spell the name with the letters it seems to have. If it is a word of another language, let all its letters be of that script.",
    flagged: [
      {
        title: "a Cyrillic letter in an English name",
        after: { "src/a.ts": "export const p\u0430yload = read();\n" },
      },
      {
        title: "a name that is all Cyrillic beside the Latin one it copies",
        after: { "src/a.py": "ace = 1\n\u0430\u0441\u0435 = 2\n" },
      },
    ],
    clean: [
      {
        title: "a name in Russian",
        after: { "src/a.py": "\u043F\u0440\u0438\u0432\u0435\u0442 = 1\n" },
      },
      {
        title: "letters of formulas",
        after: { "src/a.jl": "\u0394x = 1\n\u03BB_max = 2\n", "src/a.py": "\u03C32 = 1\n" },
      },
      {
        title: "the range of an alphabet",
        after: { "src/a.js": "export const word = /[a-z\u0430-\u044F]+/;\n" },
      },
    ],
  },
  lookForDisguises,
);

function lookForDisguises(line: SuspectLine): Sighting | null {
  if (line.setting !== "code" || line.text.length > 20_000) return null;
  const found = disguises(line.text).filter((disguise) => isSuspicious(line, disguise));
  const first = found[0];
  if (first === undefined) return null;
  const foreign = codePointAt(line.text, first.letterColumn);
  const inCode = found.some((disguise) => line.region(disguise.column) === "code");
  const message = `A word that looks like \`${first.looks}\` has ${foreign} at column ${first.letterColumn + 1}, a letter of another script. To the compiler it is another name; spell it with the letter it seems to have.`;
  const severity = inCode ? "high" : "low";
  return { severity: line.aside ? "low" : severity, message };
}

function isSuspicious(line: SuspectLine, disguise: Disguise): boolean {
  const { text } = line;
  const region = line.region(disguise.column);
  if (region === "comment") return false;
  if (!disguise.mixed) return region === "code" && latinNames(line.file).has(disguise.looks);
  if (region === "code") return true;
  // In strings, ranges of alphabets and escapes put letters of two scripts next to each other.
  const around = `${text[disguise.column - 1] ?? ""}${text[disguise.column + disguise.word.length] ?? ""}`;
  return disguise.word.length >= 4 && !/[-\\[\]]/.test(around);
}

const namesOfFiles = new WeakMap<TaskFile, ReadonlySet<string>>();

/** Every ASCII word of the file, or of its diff where that is all there is. */
function latinNames(file: TaskFile): ReadonlySet<string> {
  const known = namesOfFiles.get(file);
  if (known !== undefined) return known;
  const inHunks = (): string =>
    file.diff.hunks.flatMap((hunk) => hunk.lines.map((line) => line.text)).join("\n");
  const text = file.after ?? inHunks();
  const names = new Set(text.match(/(?<![\p{L}\p{N}_$])[A-Za-z_$][\w$]*(?![\p{L}])/gu));
  namesOfFiles.set(file, names);
  return names;
}
