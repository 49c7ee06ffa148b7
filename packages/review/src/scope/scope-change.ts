import type { Change, ChangedFile } from "../change.ts";
import type { Hunk } from "../diff/model.ts";
import { fingerprintHunks } from "../incremental/fingerprint-hunks.ts";
import type { ReviewTask } from "../task.ts";
import { compileGlobs } from "./match-globs.ts";

/** A hunk of the change, with what identifies it from one review to the next. */
export interface ScopedHunk {
  readonly path: string;
  /** Index into the file's hunks. */
  readonly index: number;
  readonly hunk: Hunk;
  readonly fingerprint: string;
}

/** One changed file, and whether it is looked at. */
export interface ScopedFile {
  readonly file: ChangedFile;
  /** The glob of the configuration that takes it out of the review; null when none does. */
  readonly ignoredBy: string | null;
  readonly hunks: readonly ScopedHunk[];
}

/** Sets ignored files apart and names every hunk. The order of the files stays. */
export function scopeChange(change: Change, ignore: readonly string[]): readonly ScopedFile[] {
  const ignoredBy = compileGlobs(ignore);
  const fingerprints = fingerprintHunks(change.files.map((file) => file.diff));
  return change.files.map((file, at) => ({
    file,
    ignoredBy: ignoredBy(file.diff.path),
    hunks: file.diff.hunks.map((hunk, index) => {
      const fingerprint = fingerprints[at]?.[index] ?? "";
      return { path: file.diff.path, index, hunk, fingerprint };
    }),
  }));
}

/**
 * What the panel is asked. A file whose hunks are all `carried` stays, with nothing to review, so that
 * what is said about whole files is said again.
 * @param files those that are not ignored.
 * @param carried fingerprints of hunks that need no second look.
 */
export function taskOf(
  change: Change,
  files: readonly ScopedFile[],
  carried: ReadonlySet<string>,
): ReviewTask {
  const open = (hunks: readonly ScopedHunk[]): readonly number[] =>
    hunks.filter(({ fingerprint }) => !carried.has(fingerprint)).map(({ index }) => index);
  return { ...change, files: files.map(({ file, hunks }) => ({ ...file, hunks: open(hunks) })) };
}
