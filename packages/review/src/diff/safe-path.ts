import { brokenDiff, quoted } from "./broken-diff.ts";

/**
 * Refuses a path that git would not track: absolute, leaving the repository, inside `.git`, or with
 * empty parts or NUL. Whoever gets a path from a parsed diff may rely on that.
 */
export function checkSafePath(path: string, line: number): void {
  const safe = !path.includes("\0") && path.split("/").every(isSafePart);
  if (!safe)
    throw brokenDiff("unsafe-path", line, `the path ${quoted(path)} is not inside a repository`);
}

function isSafePart(part: string): boolean {
  return part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git";
}
