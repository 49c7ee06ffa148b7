/** What a line of a hunk is: unchanged, new, or gone. */
export type LineKind = "context" | "added" | "deleted";

/** The file before the change (`old`, GitHub's LEFT) or after it (`new`, GitHub's RIGHT). */
export type Side = "old" | "new";

export interface DiffLine {
  readonly kind: LineKind;
  /** Without the `+`, `-` or space and without `\n`; a `\r` before the `\n` stays. */
  readonly text: string;
  /** 1-based; null for an added line. */
  readonly oldLine: number | null;
  /** 1-based; null for a deleted line. */
  readonly newLine: number | null;
  /** True when the file ends here without a line terminator. */
  readonly noNewline: boolean;
}

export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
  /** What git prints after the second `@@`: usually the enclosing function. Empty when absent. */
  readonly heading: string;
  readonly lines: readonly DiffLine[];
}

export type ChangeKind = "added" | "deleted" | "modified" | "renamed" | "copied";

export type ContentKind = "text" | "binary" | "submodule" | "symlink";

export interface FileDiff {
  /** The path people know it by: the new one, or the old one of a deleted file. */
  readonly path: string;
  readonly oldPath: string | null;
  readonly newPath: string | null;
  readonly change: ChangeKind;
  readonly content: ContentKind;
  /** Six octal digits as git prints them, null when the diff does not say. */
  readonly oldMode: string | null;
  readonly newMode: string | null;
  /** Per cent, for renames and copies. */
  readonly similarity: number | null;
  readonly hunks: readonly Hunk[];
}

export interface Diff {
  readonly files: readonly FileDiff[];
}
