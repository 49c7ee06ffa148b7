import { skipBinaryPatch } from "./binary-patch.ts";
import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";
import { type FileHeader, nameForPeople } from "./file-header.ts";
import { readGitHeader } from "./git-header.ts";
import { promisesHunks, saysNothing } from "./header-check.ts";
import { isHunkHeader } from "./hunk-header.ts";
import { readHunks } from "./hunks.ts";
import type { FileDiff, Hunk } from "./model.ts";
import { isPlainHeader, readPlainHeader } from "./plain-header.ts";
import { readSubmoduleLine } from "./submodule-log.ts";

export interface FileSection {
  readonly kind: "file";
  readonly header: FileHeader;
  readonly hunks: readonly Hunk[];
}

/** The part of a diff about one file: complete, or waiting for the prefixes of the whole diff. */
export type Section =
  | FileSection
  | { readonly kind: "submodule"; readonly line: number; readonly file: FileDiff };

/** Reads every section, passing over the text around them: messages, statistics, mail trailers. */
export function readSections(cursor: Cursor): Section[] {
  const sections: Section[] = [];
  while (!cursor.ended) {
    const section = readSection(cursor);
    if (section === null) {
      refuseForeign(cursor);
      cursor.skipText();
    } else {
      // Of a submodule with changes of its own git writes several lines; the last says most.
      if (isSameSubmodule(sections.at(-1), section)) sections.pop();
      sections.push(section);
    }
  }
  return sections;
}

function readSection(cursor: Cursor): Section | null {
  if (cursor.startsWith("diff --git ")) return readGitFile(cursor);
  if (isPlainHeader(cursor)) return readPlainFile(cursor);
  const { line } = cursor;
  const file = readSubmoduleLine(cursor);
  if (file === null) return null;
  cursor.skipText();
  return { kind: "submodule", line, file };
}

function readGitFile(cursor: Cursor): Section {
  const header = readGitHeader(cursor);
  const file = nameForPeople(header);
  if (cursor.startsWith("GIT binary patch\n")) {
    header.binary = true;
    skipBinaryPatch(cursor, file);
  }
  const hunks = readHunks(cursor, file);
  if (hunks.length === 0 && (promisesHunks(header) || saysNothing(header)))
    throw brokenDiff("cut-off", cursor.line, `hunks are missing for ${quoted(file)}`);
  return { kind: "file", header, hunks };
}

function readPlainFile(cursor: Cursor): Section {
  const header = readPlainHeader(cursor);
  return { kind: "file", header, hunks: readHunks(cursor, nameForPeople(header)) };
}

function isSameSubmodule(previous: Section | undefined, section: Section): boolean {
  return (
    previous?.kind === "submodule" &&
    section.kind === "submodule" &&
    previous.file.path === section.file.path
  );
}

/** Refuses what is part of a diff, but of none that this parser could read without losing changes. */
function refuseForeign(cursor: Cursor): void {
  const { line } = cursor;
  const starts = (...prefixes: string[]): boolean =>
    prefixes.some((prefix) => cursor.startsWith(prefix));
  if (starts("diff --cc ", "diff --combined ", "@@@ -"))
    throw brokenDiff("combined", line, "a combined diff, which has several old sides");
  if (starts("* Unmerged path "))
    throw brokenDiff("unmerged", line, "a file in the middle of a merge");
  if (starts("@@ -") && isHunkHeader(cursor.peek()))
    throw brokenDiff("malformed", line, "a hunk without the name of its file");
}
