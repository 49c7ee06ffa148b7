import { brokenDiff, quoted } from "./broken-diff.ts";

/** NUL, or a part between slashes that is empty, `.`, `..` or `.git` in any case. */
const unsafe = /\0|(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)/i;

/**
 * Refuses a path that git would not track: absolute, leaving the repository, inside `.git`, or with
 * empty parts or NUL. Whoever gets a path from a parsed diff may rely on that.
 */
export function checkSafePath(path: string, line: number): void {
  if (!unsafe.test(path)) return;
  throw brokenDiff("unsafe-path", line, `the path ${quoted(path)} is not inside a repository`);
}
