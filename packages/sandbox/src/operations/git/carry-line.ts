import type { Repository } from "../../state/model.ts";
import { filesBetween } from "./changed-files.ts";
import { type HunkLine, parseHunks } from "./hunks.ts";

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Where lines of a file of one commit are in another, as `git diff` of the two tells: null when one
 * of them was changed or parted from the others, or when the file is gone.
 */
export async function carryLines(
  repository: Repository,
  commits: { readonly from: string; readonly to: string },
  path: string,
  lines: LineRange,
): Promise<LineRange | null> {
  if (commits.from === commits.to) return lines;
  const files = await filesBetween(repository, commits.from, commits.to);
  const file = files.find((file) => (file.previousPath ?? file.path) === path);
  if (file === undefined) return lines;
  if (file.status === "removed" || file.path !== path) return null;
  return file.patch === null ? null : carryOverPatch(file.patch, lines);
}

function carryOverPatch(patch: string, { first, last }: LineRange): LineRange | null {
  const hunks = parseHunks(patch);
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const isChanged = lines.some(
    ({ left, right }) => left !== null && right === null && left >= first && left <= last,
  );
  const start = carryOne(lines, first);
  const end = carryOne(lines, last);
  return isChanged || end - start !== last - first ? null : { first: start, last: end };
}

/** Lines that the patch does not show moved as far as the changes above them say. */
function carryOne(lines: readonly HunkLine[], number: number): number {
  let shift = 0;
  for (const { left, right } of lines) {
    if (left !== null && left >= number) break;
    if (left === null && right !== null) shift += 1;
    if (left !== null && right === null) shift -= 1;
  }
  return number + shift;
}
