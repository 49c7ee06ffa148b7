/** The folder of a path, without a final slash; empty for the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/**
 * The tracked files of these names in the path's folder or, failing that, in the nearest folder
 * above that has any.
 */
export function nearest(
  path: string,
  names: readonly string[],
  tracked: ReadonlySet<string>,
): readonly string[] {
  let folder = folderOf(path);
  for (;;) {
    const found = names
      .map((name) => (folder === "" ? name : `${folder}/${name}`))
      .filter((candidate) => tracked.has(candidate));
    if (found.length > 0 || folder === "") return found;
    folder = folderOf(folder);
  }
}
