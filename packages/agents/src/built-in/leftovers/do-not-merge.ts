import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { placeOfLines } from "../added-lines.ts";
import type { Observation, Rule } from "../define.ts";
import { isFixturePath, isGeneratedPath, isVendoredPath } from "../path-kinds.ts";
import { languageOf } from "../source/language.ts";
import { type Candidate, candidates, commentOf } from "./statement-line.ts";

/** One quick look for the words that every mark below has. */
const anyMark =
  /no[-_ ]?(?:commit|merge)|do(?: not|n'?t) (?:commit|merge|submit|push)|before \w+ ?(?:is )?(?:merg|commit|submi|push|land)|before (?:merg|commit|submi|push|land)/i;

const definite: readonly RegExp[] = [
  /\b(?:NO[-_ ]?COMMIT|NO[-_ ]?MERGE|nocommit|nomerge)\b/,
  /\bDO(?: NOT|N'?T) (?:COMMIT|MERGE|SUBMIT|PUSH)(?: (?:THIS|ME|IT))?\s{0,5}(?:$|[!.:;,)*\]-])/,
  /\b(?:TODO|FIXME|XXX|HACK)\b[^.;]{0,60}\b(?:remove|delete|revert|undo|drop|disable|change)\b[^.;]{0,40}\bbefore (?:the |this is |it is |you )?(?:merg|commit|submi|push|land)/i,
  /\b(?:remove|delete|revert) (?:(?:this|me|these) )?before (?:(?:the )?merge|merging|landing|submitting)\s{0,5}(?:$|[!.:;,)*\]-])/i,
];

export const doNotMerge: Rule = {
  doc: {
    id: "leftovers/do-not-merge",
    title: "A comment that asks not to merge this",
    severity: "medium",
    category: "correctness",
    why: "Its author knew that these lines are not meant for others, and asked to be stopped.",
    fix: "Do what the comment asks: take the lines out, or the comment if it no longer holds.",
    flagged: [
      {
        title: "a mark in capitals",
        after: { "src/a.ts": `const url = local; // DO NOT ${"MERGE"}\n` },
      },
      {
        title: "a reminder",
        after: { "a/b.py": "retries = 0  # TODO: remove this before merging\n" },
      },
      { title: "one word", after: { "a/b.go": `x := 1 // ${"NO"}COMMIT testing\n` } },
    ],
    clean: [
      {
        title: "what must not be committed",
        after: { "config.yml": "# Do not commit this file with real values in it.\na: 1\n" },
      },
      {
        title: "a program that looks for such marks",
        after: { "src/a.ts": `const mark = "DO NOT ${"COMMIT"}";\n` },
      },
      {
        title: "something done before a merge",
        after: { "src/a.ts": "// The queue removes stale entries before merging lists.\na();\n" },
      },
    ],
  },
  check: (task: ReviewTask) => [...candidates(task, patternFor)].flatMap((found) => look(found)),
};

function patternFor({ diff: { path } }: TaskFile): RegExp | null {
  if (languageOf(path) === null || isVendoredPath(path) || isGeneratedPath(path)) return null;
  return isFixturePath(path) ? null : anyMark;
}

function look(found: Candidate): Observation[] {
  const comment = commentOf(found);
  if (!definite.some((pattern) => pattern.test(comment))) return [];
  const message =
    "The comment on this line says that it should not be merged as it is. Do what it asks, or delete the comment if it no longer holds.";
  return [{ place: placeOfLines(found.line), message }];
}
