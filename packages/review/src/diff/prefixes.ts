import { type FileHeader, isAdded, isDeleted } from "./file-header.ts";
import { type WrittenPair, writtenPair } from "./written-pair.ts";

/** What stands before the paths of each side: `a/` and `b/`, unless git was told otherwise. */
export interface Prefixes {
  readonly old: string;
  readonly new: string;
}

/**
 * Finds out which prefixes a diff was made with, from the diff itself. In order of how much each
 * kind of evidence proves:
 * 1. a rename or copy, which states its paths without prefix;
 * 2. a file on both sides, or a `diff --git` line: both names end in the same path, so the prefixes
 *    are what remains, up to the slash that follows the last difference;
 * 3. custom: git's own pairs of prefixes, where every name has them; else none.
 *
 * Two things cannot be told from a diff and have to be passed by who knows: prefixes that don't end
 * in a slash, and a prefix that is the same on both sides.
 */
export function detectPrefixes(headers: readonly FileHeader[]): Prefixes {
  const kept = headers.filter((header) => !isAdded(header) && !isDeleted(header));
  return (
    firstOf(headers, prefixesOfMove) ??
    firstOf(kept, prefixesOfPair) ??
    firstOf(headers, prefixesOfPair) ??
    usualPrefixes(headers)
  );
}

function firstOf(
  headers: readonly FileHeader[],
  prefixesOf: (header: FileHeader) => Prefixes | null,
): Prefixes | null {
  for (const header of headers) {
    const prefixes = prefixesOf(header);
    if (prefixes !== null) return prefixes;
  }
  return null;
}

function prefixesOfMove(header: FileHeader): Prefixes | null {
  const { movedFrom, movedTo } = header;
  if (movedFrom === null || movedTo === null) return null;
  const pair = writtenPair(header);
  if (pair === null || !pair.old.endsWith(movedFrom) || !pair.new.endsWith(movedTo)) return null;
  return {
    old: pair.old.slice(0, pair.old.length - movedFrom.length),
    new: pair.new.slice(0, pair.new.length - movedTo.length),
  };
}

function prefixesOfPair(header: FileHeader): Prefixes | null {
  const pair = header.move === null ? writtenPair(header) : null;
  if (pair === null) return null;
  const excess = pair.old.length - pair.new.length;
  for (let at = firstCommon(pair); at < pair.old.length; at = pair.old.indexOf("/", at) + 1) {
    const prefixes = { old: pair.old.slice(0, at), new: pair.new.slice(0, at - excess) };
    if (isFolder(prefixes.old) && isFolder(prefixes.new)) return prefixes;
    if (!pair.old.includes("/", at)) break;
  }
  return null;
}

/** Offset in the old name from which both names are the same. */
function firstCommon(pair: WrittenPair): number {
  const longest = Math.min(pair.old.length, pair.new.length);
  let common = 0;
  while (common < longest && pair.old.at(-1 - common) === pair.new.at(-1 - common)) common++;
  return pair.old.length - common;
}

function isFolder(prefix: string): boolean {
  return prefix === "" || prefix.endsWith("/");
}

/** With `diff.mnemonicPrefix`: commit, index, worktree, object; 1 and 2 without a repository. */
const usual: readonly (readonly [string, string])[] = [
  ["a/", "b/"],
  ["i/", "w/"],
  ["c/", "i/"],
  ["c/", "w/"],
  ["o/", "w/"],
  ["1/", "2/"],
];

function usualPrefixes(headers: readonly FileHeader[]): Prefixes {
  const fits = (prefixes: Prefixes): boolean =>
    headers.every(
      ({ oldName, newName }) =>
        (oldName ?? prefixes.old).startsWith(prefixes.old) &&
        (newName ?? prefixes.new).startsWith(prefixes.new),
    );
  const pairs = usual.flatMap(([one, other]) => [
    { old: one, new: other },
    { old: other, new: one },
  ]);
  return pairs.find(fits) ?? { old: "", new: "" };
}
