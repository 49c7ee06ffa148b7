import type { ContentKind } from "./model.ts";

/** A name as written, prefix included; null for /dev/null, undefined where the diff has no such line. */
type WrittenName = string | null | undefined;

/** What stands above the hunks of a file, before prefixes are known. */
export interface FileHeader {
  /** Line of the diff where it begins. */
  readonly line: number;
  /** Both names of a `diff --git` line, not yet split; null for a plain unified diff. */
  readonly gitNames: string | null;
  oldName: WrittenName;
  newName: WrittenName;
  /** `new file mode` or `deleted file mode` was stated. */
  stated: "added" | "deleted" | null;
  move: "renamed" | "copied" | null;
  /** Without prefix, as the lines of a rename or copy have them. */
  movedFrom: string | null;
  movedTo: string | null;
  oldMode: string | null;
  newMode: string | null;
  similarity: number | null;
  /** Ids of both contents, abbreviated; null when not stated. */
  blobs: readonly [string, string] | null;
  binary: boolean;
}

export function emptyHeader(line: number, gitNames: string | null): FileHeader {
  return {
    line,
    gitNames,
    oldName: undefined,
    newName: undefined,
    stated: null,
    move: null,
    movedFrom: null,
    movedTo: null,
    oldMode: null,
    newMode: null,
    similarity: null,
    blobs: null,
    binary: false,
  };
}

export function isAdded(header: FileHeader): boolean {
  return header.stated === "added" || header.oldName === null;
}

export function isDeleted(header: FileHeader): boolean {
  return header.stated === "deleted" || header.newName === null;
}

export function contentOf(header: FileHeader): ContentKind {
  if (header.binary) return "binary";
  const mode = header.newMode ?? header.oldMode;
  if (mode === "160000") return "submodule";
  return mode === "120000" ? "symlink" : "text";
}

/** The file as messages name it, before its path is known. */
export function nameForPeople(header: FileHeader): string {
  return header.movedTo ?? header.newName ?? header.oldName ?? header.gitNames ?? "";
}
