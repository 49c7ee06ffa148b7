import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { pathMatcher } from "@swarm-actions/review";

/** A file of the checkout. */
export interface SelectedFile {
  readonly path: string;
  /** Bytes; 0 where it cannot be told. */
  readonly size: number;
}

/** How many sizes are asked for at once. */
const batch = 500;

/** The lines of a selection: globs, and after `!` those that take out again. */
export function readGlobs(select: string): { paths: readonly string[]; ignore: readonly string[] } {
  const lines = select
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const ignore = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  const paths = lines.filter((line) => !line.startsWith("!"));
  return { paths, ignore };
}

/** Those of the paths that a selection names, by name; all of them where it names none. */
export function selectPaths(paths: readonly string[], select: string): readonly string[] {
  const globs = readGlobs(select);
  const matches = pathMatcher({
    ...globs,
    paths: globs.paths.length === 0 ? undefined : globs.paths,
  });
  return paths.filter(matches).sort();
}

/** Sizes of files below `top`. */
export async function measureFiles(
  paths: readonly string[],
  top: string,
): Promise<readonly SelectedFile[]> {
  const files: SelectedFile[] = [];
  for (let from = 0; from < paths.length; from += batch) {
    const some = paths.slice(from, from + batch);
    const measured = some.map(async (path) => ({ path, size: await sizeOf(join(top, path)) }));
    files.push(...(await Promise.all(measured)));
  }
  return files;
}

async function sizeOf(path: string): Promise<number> {
  // A tracked file may be deleted, or left out by a sparse checkout: its task then says so.
  const facts = await lstat(path).catch(() => null);
  return facts?.size ?? 0;
}
