import { brokenDiff, quoted } from "./broken-diff.ts";
import { type FileHeader, isAdded, isDeleted, nameForPeople } from "./file-header.ts";
import type { Prefixes } from "./prefixes.ts";
import { checkSafePath } from "./safe-path.ts";
import { writtenPair } from "./written-pair.ts";

export interface Paths {
  readonly oldPath: string | null;
  readonly newPath: string | null;
}

/** The paths of a file in the repository, without prefixes; safe, relative, null where it is absent. */
export function pathsOf(header: FileHeader, prefixes: Prefixes): Paths {
  const paths = movedPaths(header, prefixes) ?? strippedPaths(header, prefixes);
  for (const path of [paths.oldPath, paths.newPath])
    if (path !== null) checkSafePath(path, header.line);
  return paths;
}

function movedPaths(header: FileHeader, prefixes: Prefixes): Paths | null {
  const { movedFrom, movedTo, oldName, newName } = header;
  if (movedFrom === null || movedTo === null) return null;
  const fits =
    (oldName ?? prefixes.old + movedFrom) === prefixes.old + movedFrom &&
    (newName ?? prefixes.new + movedTo) === prefixes.new + movedTo;
  if (!fits) throw unclear(header);
  return { oldPath: movedFrom, newPath: movedTo };
}

function strippedPaths(header: FileHeader, prefixes: Prefixes): Paths {
  const pair = writtenPair(header, prefixes.old.length - prefixes.new.length);
  const strip = (name: string | null | undefined, prefix: string): string => {
    if (typeof name === "string" && name.startsWith(prefix)) return name.slice(prefix.length);
    throw unclear(header);
  };
  return {
    oldPath: isAdded(header) ? null : strip(pair?.old ?? header.oldName, prefixes.old),
    newPath: isDeleted(header) ? null : strip(pair?.new ?? header.newName, prefixes.new),
  };
}

function unclear(header: FileHeader): Error {
  const file = quoted(nameForPeople(header));
  return brokenDiff("unclear-names", header.line, `cannot tell which file ${file} is`);
}
