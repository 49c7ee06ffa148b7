import { realpathSync } from "node:fs";
import { posix } from "node:path";

/**
 * The ways to read a path or URI that another program wrote as a path of the repository, likeliest
 * first. Programs differ in whether they encode, and in which slash they use. Empty when every
 * reading lies outside.
 * @param roots absolute folders, any of which is the repository's root.
 */
export function repositoryPaths(written: string, roots: readonly string[]): readonly string[] {
  if (written === "" || written.length > 4096 || written.includes("\0")) return [];
  const readings = written.startsWith("file:")
    ? [decode(written.replace(/^file:(\/\/[^/]*)?/, ""))]
    : /^[a-z][a-z0-9+.-]+:/i.test(written)
      ? []
      : [decode(written), written, decode(written).replaceAll("\\", "/")];
  const paths = readings.map((reading) => relativeTo(roots, reading));
  return [...new Set(paths.filter((path) => path !== null))];
}

/** The folder itself and where its links lead: programs write either. */
export function rootsOf(root: string | null): readonly string[] {
  if (root === null) return [];
  try {
    return [...new Set([root, realpathSync(root)])];
  } catch {
    // A root that is not there yet has no links to follow.
    return [root];
  }
}

function relativeTo(roots: readonly string[], path: string): string | null {
  // `/C:/repo/a` is how a file URI writes `C:\repo\a`.
  const plain = path.replace(/^\/(?=[a-z]:)/i, "");
  const absolute = plain.startsWith("/") || /^[a-z]:[\\/]/i.test(plain);
  if (!absolute) return inside(plain);
  const folded = foldDrive(plain);
  for (const root of roots) {
    const prefix = `${foldDrive(root.replace(/^\/(?=[a-z]:)/i, "")).replace(/\/+$/, "")}/`;
    if (folded.startsWith(prefix)) return inside(folded.slice(prefix.length));
  }
  return null;
}

function foldDrive(path: string): string {
  return /^[a-z]:[\\/]/i.test(path)
    ? path.charAt(0).toLowerCase() + path.slice(1).replaceAll("\\", "/")
    : path;
}

function inside(path: string): string | null {
  const normal = posix.normalize(path);
  const outside = normal === "." || normal === ".." || normal.startsWith("../");
  return outside || normal.startsWith("/") ? null : normal;
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // Not encoded at all: a bare `%` is part of the name.
    return uri;
  }
}
