import type { Diff, FileDiff, Hunk } from "@swarm-actions/review";

/** A tracked file: what git stores of it. */
export interface TreeFile {
  /** Six octal digits. */
  readonly mode: string;
  /** A symlink's target, a submodule's `Subproject commit ID\n`, or the text. */
  readonly content: string;
}

export type Tree = ReadonlyMap<string, TreeFile>;

/** What a parsed diff makes of the files it was made from. Throws where a line does not match. */
export function applyDiff(before: Tree, diff: Diff): Map<string, TreeFile> {
  const after = new Map(before);
  for (const file of diff.files)
    if (file.oldPath !== null && file.change !== "copied") after.delete(file.oldPath);
  for (const file of diff.files) {
    if (file.newPath === null) continue;
    const old = file.oldPath === null ? undefined : before.get(file.oldPath);
    const mode = file.newMode ?? old?.mode ?? "100644";
    after.set(file.newPath, { mode, content: applyFile(old?.content ?? "", file) });
  }
  return after;
}

function applyFile(content: string, file: FileDiff): string {
  const lines = content.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const hunk of file.hunks) {
    const start = hunk.oldCount === 0 ? hunk.oldStart : hunk.oldStart - 1;
    result.push(...lines.slice(at, start), ...applyHunk(lines.slice(start), hunk));
    at = start + hunk.oldCount;
  }
  return [...result, ...lines.slice(at)].join("");
}

function applyHunk(lines: readonly string[], hunk: Hunk): string[] {
  const written = hunk.lines.map((line) => ({
    ...line,
    text: line.noNewline ? line.text : `${line.text}\n`,
  }));
  const old = written.filter((line) => line.kind !== "added");
  for (const [index, line] of old.entries())
    if (line.text !== lines[index])
      throw new Error(`line ${line.oldLine} is not what the diff says`);
  return written.filter((line) => line.kind !== "deleted").map((line) => line.text);
}
