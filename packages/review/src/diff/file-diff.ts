import { brokenDiff, quoted } from "./broken-diff.ts";
import { contentOf, type FileHeader, isAdded, isDeleted } from "./file-header.ts";
import type { ChangeKind, FileDiff } from "./model.ts";
import { type Paths, pathsOf } from "./paths.ts";
import type { Prefixes } from "./prefixes.ts";
import { checkSafePath } from "./safe-path.ts";
import type { FileSection, Section } from "./section.ts";

/** Turns the sections of a diff into its files; refuses a file that appears in two of them. */
export function filesOf(sections: readonly Section[], prefixes: Prefixes): FileDiff[] {
  const seen = new Map<string, FileDiff>();
  let submodule: string | null = null;
  return sections.map((section) => {
    const line = lineOf(section);
    const file = fileOf(section, prefixes);
    if (section.kind === "submodule") submodule = file.path;
    else if (submodule !== null && file.path.startsWith(`${submodule}/`))
      throw brokenDiff("submodule-content", line, `${quoted(file.path)} is in another repository`);
    if (isRepeated(seen.get(file.path), file))
      throw brokenDiff("repeated-file", line, `${quoted(file.path)} appears for the second time`);
    seen.set(file.path, file);
    return file;
  });
}

function lineOf(section: Section): number {
  return section.kind === "file" ? section.header.line : section.line;
}

function fileOf(section: Section, prefixes: Prefixes): FileDiff {
  if (section.kind === "submodule") {
    checkSafePath(section.file.path, section.line);
    return section.file;
  }
  const { header, hunks } = section;
  const paths = pathsOf(header, prefixes);
  refuseSilentMove(section, paths);
  return {
    path: paths.newPath ?? paths.oldPath ?? "",
    oldPath: paths.oldPath,
    newPath: paths.newPath,
    change: changeOf(header, paths),
    content: contentOf(header),
    oldMode: header.oldMode,
    newMode: header.newMode,
    similarity: header.similarity,
    hunks,
  };
}

/** Two names need a reason: a rename or copy that is stated, or contents that were compared. */
function refuseSilentMove({ header, hunks }: FileSection, { oldPath, newPath }: Paths): void {
  if (hunks.length > 0 || header.binary || header.move !== null) return;
  if (oldPath === null || newPath === null || oldPath === newPath) return;
  throw brokenDiff("cut-off", header.line, `what moved ${quoted(oldPath)} is missing`);
}

function changeOf(header: FileHeader, { oldPath, newPath }: Paths): ChangeKind {
  if (isAdded(header)) return "added";
  if (isDeleted(header)) return "deleted";
  // Two files compared by `diff -u` or `git diff --no-index` have two names and no rename line.
  return header.move ?? (oldPath === newPath ? "modified" : "renamed");
}

/** A change of type is a deletion followed by an addition; any other second entry is another diff. */
function isRepeated(earlier: FileDiff | undefined, file: FileDiff): boolean {
  if (earlier === undefined) return false;
  return earlier.change !== "deleted" || file.change !== "added";
}
