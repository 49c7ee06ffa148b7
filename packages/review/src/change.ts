import type { FileDiff } from "./diff/model.ts";

/** A changed file with both of its sides, where they could be had. */
export interface ChangedFile {
  readonly diff: FileDiff;
  /** The whole file before; null when it did not exist, is binary, too large, or only a diff is at hand. */
  readonly before: string | null;
  /** The whole file after; null as above. */
  readonly after: string | null;
  /** Bytes after the change; null when unknown or deleted. */
  readonly sizeAfter: number | null;
}

/** The change under review: what a pull request, a branch or an index would bring. */
export interface Change {
  readonly title: string;
  readonly description: string;
  /** Commit ids, null where there is no commit (an index, a bare diff). */
  readonly baseSha: string | null;
  readonly headSha: string | null;
  readonly files: readonly ChangedFile[];
  /** Every path tracked after the change; empty when only a diff is at hand. */
  readonly repositoryPaths: readonly string[];
}
