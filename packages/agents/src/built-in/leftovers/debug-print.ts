import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import {
  isDocsPath,
  isExamplePath,
  isFixturePath,
  isGeneratedPath,
  isTestPath,
  isToolPath,
  isVendoredPath,
} from "../path-kinds.ts";
import { type Language, languageOf } from "../source/language.ts";
import { type Candidate, candidates, codeOf } from "./statement-line.ts";

interface Print {
  /** On code alone, strings and comments blanked out. */
  readonly call: RegExp;
  /** On the whole line: what marks it as a debug print where printing as such is ordinary. */
  readonly mark: RegExp | null;
}

const marked = /["'`](?:\W{0,20}(?:debug|here|xxx|wtf|asdf|got here|remove me)\b|[#>*=-]{3,})/i;

const prints: ReadonlyMap<Language, Print> = new Map([
  ["javascript", { call: /(?:^|[;{})\s])console\.(?:log|debug|dir|table|trace)\(/, mark: null }],
  ["python", { call: /(?:^|[;:])\s{0,200}(?:pp|pprint|print)\(/, mark: null }],
  ["rust", { call: /(?<!\w)e?println!\s{0,20}\(/, mark: marked }],
  ["go", { call: /(?<!\w)(?:fmt\.Print(?:ln|f)?|println)\(/, mark: marked }],
  ["java", { call: /(?<!\w)System\.(?:out|err)\.print(?:ln)?\(/, mark: marked }],
  ["ruby", { call: /^\s{0,200}(?:puts|pp?)\s/, mark: marked }],
]);

/** Programs that talk to a person on a terminal, or are run by hand. */
const entryName =
  /(?:^|\/)(?:__main__|main|cli|setup|conftest|manage|noxfile|tasks|fabfile|demo|repl|console|logger|logging|log|reporter|debug|print(?:er)?|gulpfile|gruntfile)\.[^/]+$|(?:^|\/)[^/]*\.(?:config|stories|story|bench)\.[^/]+$/i;

export const debugPrint: Rule = {
  doc: {
    id: "leftovers/debug-print",
    title: "A print statement in library code",
    severity: "low",
    category: "maintainability",
    why: "A library that prints writes into other people's output: logs fill up, and programs that read that output break.",
    fix: "Delete it, or pass the message to the project's logger.",
    flagged: [
      {
        title: "JavaScript",
        after: { "src/a.js": "export function a(b) {\n  console.log(b);\n}\n" },
      },
      { title: "Python", after: { "a/b.py": "def a(b):\n    print(b)\n" } },
      {
        title: "Go, marked as a trace",
        after: { "a/b.go": 'func a() {\n\tfmt.Println("HERE", b)\n}\n' },
      },
    ],
    clean: [
      { title: "a command line", after: { "src/cli.js": "console.log(help);\n" } },
      { title: "a program", after: { "bin/run": "#!/usr/bin/env node\nconsole.log(1);\n" } },
      { title: "a script", after: { "scripts/a.py": "print(1)\n" } },
      { title: "printing to a stream on purpose", after: { "a/b.py": "print(1, file=out)\n" } },
      {
        title: "a file that printed before",
        before: { "src/a.js": "console.log(1);\n" },
        after: { "src/a.js": "console.log(1);\nconsole.log(2);\n" },
      },
      { title: "the words in a string", after: { "src/a.js": 'const a = "console.log(1)";\n' } },
      {
        title: "what a Go program says",
        after: { "a/b.go": 'func a() {\n\tfmt.Println("done")\n}\n' },
      },
    ],
  },
  check: (task: ReviewTask) => [...candidates(task, patternFor)].flatMap((found) => look(found)),
};

function patternFor(file: TaskFile): RegExp | null {
  const print = printOf(file.diff.path);
  return print === null || isMeantToPrint(file, print) ? null : print.call;
}

function printOf(path: string): Print | null {
  const language = languageOf(path);
  return language === null ? null : (prints.get(language) ?? null);
}

function isMeantToPrint(file: TaskFile, { call, mark }: Print): boolean {
  const { path } = file.diff;
  const kinds = [isTestPath, isFixturePath, isExamplePath, isToolPath, isDocsPath];
  if (kinds.some((isKind) => isKind(path))) return true;
  if (isVendoredPath(path) || isGeneratedPath(path) || entryName.test(path)) return true;
  if (file.after?.startsWith("#!") || /__name__ == ["']__main__/.test(file.after ?? ""))
    return true;
  return mark === null && printedBefore(file, call);
}

/** A file that prints already is one that prints; the style of its author is not ours to judge. */
function printedBefore(file: TaskFile, call: RegExp): boolean {
  if (file.before !== null) return file.before.split("\n").some((line) => call.test(line));
  const old = file.diff.hunks.flatMap((hunk) => hunk.lines.filter((line) => line.oldLine !== null));
  return old.some((line) => call.test(line.text));
}

function look(found: Candidate): Observation[] {
  const print = printOf(found.line.path);
  if (print === null || !print.call.test(codeOf(found))) return [];
  if (print.mark !== null && !print.mark.test(found.line.text)) return [];
  if (/\bfile\s?=|eslint-disable|no-console|noqa|biome-ignore/.test(found.line.text)) return [];
  const message =
    "Library code prints here. If this was for finding a fault, delete it; if it is meant for users, pass it to the project's logger, so that they decide where it goes.";
  return [{ place: placeOfLines(found.line), message, confidence: 0.6 }];
}
