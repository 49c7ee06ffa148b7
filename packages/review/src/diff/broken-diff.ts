import { CodedError } from "@swarm-actions/core";

/** What is wrong with a diff: no diff at all, ended too soon, not what git writes, or refused. */
export type DiffFault =
  | "not-a-diff"
  | "cut-off"
  | "malformed"
  | "combined"
  | "unmerged"
  | "converted-line-ends"
  | "unclear-names"
  | "unsafe-path"
  | "repeated-file"
  | "submodule-content";

const fixes: Readonly<Record<DiffFault, string>> = {
  "not-a-diff": "Pass what `git diff --no-color` prints.",
  "cut-off":
    "Make the diff again and pass it whole, up to its last newline and without options that hide changes such as -w or -D.",
  malformed: "Make the diff again with `git diff` and pass it unedited.",
  combined:
    "Compare with one parent: `git diff BASE...HEAD`, or `git show --first-parent -m COMMIT`.",
  unmerged: "Finish the merge, then make the diff again.",
  "converted-line-ends":
    "Have git write the file itself, without line ends being changed: `git diff --output=FILE`.",
  "unclear-names":
    "Make the diff with git's usual prefixes (`git diff --default-prefix`), or say which prefixes it has.",
  "unsafe-path": "Make the diff inside one repository; its paths must stay below the top of it.",
  "repeated-file": "Pass one diff of the whole change, for example `git diff BASE...HEAD`.",
  "submodule-content": "Make the diff with `git diff --submodule=short`.",
};

/**
 * A `diff/…` error whose message and place name the line of the diff, 1-based.
 * Quoted text in `what` must come from `quoted`, because names in a diff are hostile.
 */
export function brokenDiff(fault: DiffFault, line: number, what: string): CodedError {
  return new CodedError(`diff/${fault}`, `line ${line} of the diff: ${what}`, {
    fix: fixes[fault],
    place: `diff:${line}`,
  });
}

/** Text from a diff, made safe to print: quoted, short, and without control characters. */
export function quoted(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return JSON.stringify(short).replace(/\p{C}/gu, "\u{fffd}");
}
