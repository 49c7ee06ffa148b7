import picomatch from "picomatch";

/** Tells which of some globs a path matches first; null when none does. Hidden files match as others do. */
export function compileGlobs(globs: readonly string[]): (path: string) => string | null {
  const matchers = globs.map((glob) => ({ glob, matches: picomatch(glob, { dot: true }) }));
  return (path) => matchers.find(({ matches }) => matches(path))?.glob ?? null;
}
