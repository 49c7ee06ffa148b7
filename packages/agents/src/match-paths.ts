import picomatch from "picomatch";

/** Globs, each list absent where nothing is said. */
export interface PathGlobs {
  readonly paths?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** Whether a path matches one of `paths` (all, when absent) and none of `ignore`. */
export function pathMatcher({ paths, ignore }: PathGlobs): (path: string) => boolean {
  const wanted = paths === undefined ? () => true : picomatch([...paths], { dot: true });
  const unwanted = ignore === undefined ? () => false : picomatch([...ignore], { dot: true });
  return (path) => wanted(path) && !unwanted(path);
}
