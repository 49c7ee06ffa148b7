import type { Cursor } from "./cursor.ts";
import type { FileDiff } from "./model.ts";

const commits = /^Submodule (.+) ([0-9a-f]{4,64})\.{2,3}([0-9a-f]{4,64})(?: \([^()]*\))?:?$/;
const worktree = /^Submodule (.+) contains (?:untracked|modified) content$/;

/**
 * Reads the line that `--submodule=log` and `--submodule=diff` write for a changed submodule:
 * a change without hunks. Null when the line is none.
 */
export function readSubmoduleLine(cursor: Cursor): FileDiff | null {
  if (!cursor.startsWith("Submodule ")) return null;
  const text = cursor.peek();
  const match = commits.exec(text) ?? worktree.exec(text);
  const path = match?.[1];
  if (path === undefined) return null;
  const added = isZero(match?.[2]);
  const deleted = isZero(match?.[3]);
  return {
    path,
    oldPath: added ? null : path,
    newPath: deleted ? null : path,
    change: added ? "added" : deleted ? "deleted" : "modified",
    content: "submodule",
    oldMode: added ? null : "160000",
    newMode: deleted ? null : "160000",
    similarity: null,
    hunks: [],
  };
}

function isZero(id: string | undefined): boolean {
  return id !== undefined && /^0+$/.test(id);
}
