import { type GitCall, runGit } from "./run-git.ts";

/** Where a side's object id stands in the map of `listChangedObjects`. */
export function objectKey(side: "old" | "new", path: string): string {
  return `${side}:${path}`;
}

/** Object ids of both sides of every changed file, by `objectKey`. Submodules are left out. */
export async function listChangedObjects(
  from: string,
  to: string,
  call: GitCall,
): Promise<Map<string, string>> {
  const args = ["diff-tree", "-r", "-z", "-M", "--raw", "--no-abbrev", from, to];
  const fields = (await runGit(args, call)).toString("utf8").split("\0");
  const ids = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; ) {
    const [oldMode, newMode, oldId, newId, status] = (fields[at] ?? "").slice(1).split(" ");
    const twoPaths = status !== undefined && /^[RC]/.test(status);
    const oldPath = fields[at + 1] ?? "";
    const newPath = (twoPaths ? fields[at + 2] : oldPath) ?? "";
    if (isFile(oldMode) && oldId !== undefined) ids.set(objectKey("old", oldPath), oldId);
    if (isFile(newMode) && newId !== undefined) ids.set(objectKey("new", newPath), newId);
    at += twoPaths ? 3 : 2;
  }
  return ids;
}

function isFile(mode: string | undefined): boolean {
  return mode !== undefined && mode !== "000000" && mode !== "160000";
}
