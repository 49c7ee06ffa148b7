import { brokenDiff } from "./broken-diff.ts";
import { Cursor } from "./cursor.ts";
import { filesOf } from "./file-diff.ts";
import type { Diff } from "./model.ts";
import { detectPrefixes, type Prefixes } from "./prefixes.ts";
import { readSections } from "./section.ts";

export interface DiffOptions {
  /** What the diff was made with, where it is known. By default found out from the diff. */
  readonly prefixes?: Prefixes;
}

/**
 * Parses a unified diff as git writes it (`git diff`, `git show`, `git format-patch`), or as
 * `diff -u` does. Text around the files is passed over; an empty text is an empty diff.
 *
 * Paths come out without prefixes, decoded, and safe: relative, inside the repository, not in
 * `.git`. A file whose type changes is two entries of one path, deleted and added, as git has it.
 * The lines of a hunk are made when they are first asked for.
 * @throws CodedError `diff/…` whose place is `diff:LINE`, for a diff that is cut off, contradicts
 *   itself, is combined or unmerged, is several diffs in one, or whose names are unclear.
 */
export function parseDiff(text: string, options: DiffOptions = {}): Diff {
  const sections = readSections(new Cursor(text));
  if (sections.length === 0 && text.trim() !== "")
    throw brokenDiff("not-a-diff", 1, "no changed file begins here or further down");
  const headers = sections.flatMap((section) => (section.kind === "file" ? section.header : []));
  return { files: filesOf(sections, options.prefixes ?? detectPrefixes(headers)) };
}
