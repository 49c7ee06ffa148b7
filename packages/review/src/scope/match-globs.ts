import picomatch from "picomatch";

// Names may hold line ends; the flag lets `**` match those as well.
const options = { dot: true, flags: "s" };

/** Tells which of some globs a path matches first; null when none does. Hidden files match as others do. */
export function compileGlobs(globs: readonly string[]): (path: string) => string | null {
  const matchers = globs.map((glob) => ({ glob, matches: picomatch(glob, options) }));
  return (path) => matchers.find(({ matches }) => matches(path))?.glob ?? null;
}

/** Globs, each list absent where nothing is said. */
export interface PathGlobs {
  readonly paths?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** Whether a path matches one of `paths` (all, when absent) and none of `ignore`. */
export function pathMatcher({ paths, ignore = [] }: PathGlobs): (path: string) => boolean {
  const wanted = paths === undefined ? null : compileGlobs(paths);
  const unwanted = compileGlobs(ignore);
  return (path) => (wanted === null || wanted(path) !== null) && unwanted(path) === null;
}
