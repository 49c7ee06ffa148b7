import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { type AddedLine, addedLines } from "../added-lines.ts";
import { onlyRegion } from "../source/lex.ts";
import { lexedFileOf } from "../source/lexed-file.ts";

/** Longer lines are no source that anyone wrote. */
const lineLimit = 5_000;

/** An added line that matches a pattern, still in the whole text, strings and comments included. */
export interface Candidate {
  readonly file: TaskFile;
  readonly line: AddedLine;
}

/**
 * The added lines that match `pattern` in the files that `covers` accepts. Lexing is left to the
 * caller, so that only the few candidates cost anything.
 */
export function* candidates(
  task: ReviewTask,
  covers: (file: TaskFile) => RegExp | null,
): Generator<Candidate> {
  for (const file of task.files) {
    const pattern = covers(file);
    if (pattern === null) continue;
    for (const line of addedLines(file)) {
      if (line.text.length <= lineLimit && pattern.test(line.text)) yield { file, line };
    }
  }
}

/** The line with its comments and strings blanked out. */
export function codeOf({ file, line }: Candidate): string {
  const lexed = lexedFileOf(file)(line.line);
  return lexed === null ? line.text : onlyRegion(line.text, lexed, "code");
}

/** The comments of the line; everything else is blanked out. */
export function commentOf({ file, line }: Candidate): string {
  const lexed = lexedFileOf(file)(line.line);
  return lexed === null ? "" : onlyRegion(line.text, lexed, "comment");
}
