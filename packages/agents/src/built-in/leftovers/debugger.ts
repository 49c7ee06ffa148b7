import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { isFixturePath, isGeneratedPath, isVendoredPath } from "../path-kinds.ts";
import { type Language, languageOf } from "../source/language.ts";
import { type Candidate, candidates, codeOf } from "./statement-line.ts";

interface Statement {
  readonly pattern: RegExp;
  readonly effect: string;
}

const stops = "stops the program and waits for somebody at a terminal";
const dumps = "shows the value to whoever made the request";

const statements: ReadonlyMap<Language, Statement> = new Map([
  ["javascript", { pattern: /(?:^|[;{})])\s{0,200}debugger\s{0,20}(?:;|\}|$)/, effect: stops }],
  [
    "python",
    {
      pattern: /(?:^|[;:])\s{0,200}(?:breakpoint\(\s{0,20}\)|i?pdb\.set_trace\(|pudb\.set_trace\()/,
      effect: stops,
    },
  ],
  [
    "ruby",
    {
      pattern:
        /^\s{0,200}(?:binding\.(?:pry|irb|break)|byebug|debugger)\s{0,20}(?:$|;|\bif\b|\bunless\b)/,
      effect: stops,
    },
  ],
  [
    "php",
    {
      pattern: /(?:^|[;{}\s])(?<!function\s)(?:var_dump|dd|ddd|xdebug_break)\(/,
      effect: dumps,
    },
  ],
  ["rust", { pattern: /(?<![\w!])dbg!\s{0,20}[([{]/, effect: "prints to the standard error" }],
  ["elixir", { pattern: /(?:\bIEx\.pry\b|\|>\s{0,20}dbg\(\s{0,20}\))/, effect: stops }],
]);

export const debuggerRule: Rule = {
  doc: {
    id: "leftovers/debugger",
    title: "A debugger statement",
    severity: "medium",
    category: "correctness",
    why: "It was meant for one run on one machine. Elsewhere it stops the program, or writes what nobody expects where others can read it.",
    fix: "Delete it.",
    flagged: [
      { title: "JavaScript", after: { "src/a.js": "function a(b) {\n  debugger;\n}\n" } },
      { title: "Python", after: { "a/b.py": "def a():\n    import pdb; pdb.set_trace()\n" } },
      { title: "Python since 3.7", after: { "a/b.py": "def a():\n    breakpoint()\n" } },
      { title: "Ruby", after: { "lib/a.rb": "def a\n  binding.pry\nend\n" } },
      { title: "PHP", after: { "src/A.php": "<?php\nvar_dump($a);\n" } },
      { title: "Rust", after: { "src/a.rs": "fn a(b: u8) -> u8 {\n    dbg!(b)\n}\n" } },
    ],
    clean: [
      {
        title: "the word in a comment or a string",
        after: { "src/a.js": '// debugger;\nconst a = "debugger;";\n' },
      },
      {
        title: "a name that contains the word",
        after: { "a/b.py": "def breakpoint_count(debugger):\n    return debugger.breakpoint()\n" },
      },
      { title: "a method of that name", after: { "src/A.php": "<?php\nfunction dd($a) {}\n" } },
    ],
  },
  check: (task: ReviewTask) => [...candidates(task, patternFor)].flatMap((found) => look(found)),
};

function patternFor(file: TaskFile): RegExp | null {
  const { path } = file.diff;
  if (isVendoredPath(path) || isGeneratedPath(path) || isFixturePath(path)) return null;
  const language = languageOf(path);
  return language === null ? null : (statements.get(language)?.pattern ?? null);
}

function look(found: Candidate): Observation[] {
  const language = languageOf(found.line.path);
  const statement = language === null ? undefined : statements.get(language);
  if (statement === undefined || !statement.pattern.test(codeOf(found))) return [];
  const message = `A debugger statement was left in: it ${statement.effect}. Delete it.`;
  return [{ place: placeOfLines(found.line), message }];
}
