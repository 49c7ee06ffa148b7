import { brokenDiff, quoted } from "./broken-diff.ts";
import { type FileHeader, nameForPeople } from "./file-header.ts";
import { splitQuotedNames } from "./written-name.ts";

/** Both names as written, prefixes included. */
export interface WrittenPair {
  readonly old: string;
  readonly new: string;
}

/**
 * Both names of a file, from its `---` and `+++` lines and, where one of them is missing, from
 * `diff --git`, whose two names are parted by a space that names may hold too.
 * @param excess by how much the old prefix is longer than the new one.
 * @returns null when it cannot be told where the first name ends.
 */
export function writtenPair(header: FileHeader, excess = 0): WrittenPair | null {
  const { oldName, newName } = header;
  const stated =
    typeof oldName === "string" && typeof newName === "string"
      ? { old: oldName, new: newName }
      : null;
  if (header.gitNames === null) return stated;
  const split = splitQuoted(header) ?? splitPlain(header, header.gitNames, excess);
  if (split !== null && !agrees(header, split)) {
    const file = quoted(nameForPeople(header));
    throw brokenDiff("malformed", header.line, `the names above the hunks of ${file} differ`);
  }
  return stated ?? split;
}

function agrees({ oldName, newName }: FileHeader, split: WrittenPair): boolean {
  return (oldName ?? split.old) === split.old && (newName ?? split.new) === split.new;
}

function splitQuoted(header: FileHeader): WrittenPair | null {
  const names = splitQuotedNames(header.gitNames ?? "", header.line);
  return names === null ? null : { old: names[0], new: names[1] };
}

function splitPlain(header: FileHeader, names: string, excess: number): WrittenPair | null {
  const { oldName, newName, movedFrom, movedTo } = header;
  if (typeof oldName === "string") return splitAt(names, oldName.length);
  if (typeof newName === "string") return splitAt(names, names.length - newName.length - 1);
  if (movedFrom !== null && movedTo !== null) return splitMoved(names, movedFrom, movedTo);
  if (names.indexOf(" ") === names.lastIndexOf(" ")) return splitAt(names, names.indexOf(" "));
  return splitByLastPart(names, excess);
}

/** Longer than any two names a file system takes, so that no line costs more than a moment. */
const longestNames = 10_000;

/**
 * Both names are the same after their prefixes: the space between them leaves the same last part on
 * either side. Where several do, it is the one in the middle, given the lengths of the prefixes.
 */
function splitByLastPart(names: string, excess: number): WrittenPair | null {
  const middle = splitAt(names, (names.length - 1 + excess) / 2);
  if (middle !== null && hasSameLastPart(middle)) return middle;
  const spaces = names.length > longestNames ? [] : [...names.matchAll(/ /g)];
  const pairs = spaces.map(({ index }) => splitAt(names, index)).filter((pair) => pair !== null);
  const [first, second] = pairs.filter(hasSameLastPart);
  return first !== undefined && second === undefined ? first : null;
}

function hasSameLastPart(pair: WrittenPair): boolean {
  return lastPart(pair.old) === lastPart(pair.new);
}

function splitAt(names: string, space: number): WrittenPair | null {
  if (names[space] !== " ") return null;
  return { old: names.slice(0, space), new: names.slice(space + 1) };
}

/** The first space that leaves the old path at the end of one name and the new path at the end of the other. */
function splitMoved(names: string, from: string, to: string): WrittenPair | null {
  if (!names.endsWith(to)) return null;
  const last = names.length - 1 - to.length;
  for (
    let at = names.indexOf(" ", from.length);
    at >= 0 && at <= last;
    at = names.indexOf(" ", at + 1)
  )
    if (names.endsWith(from, at)) return splitAt(names, at);
  return null;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
