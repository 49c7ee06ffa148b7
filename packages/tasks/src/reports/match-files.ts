import { posix, relative, resolve, sep } from "node:path";
import type { TestFileReport } from "./test-file.ts";

/** Parts of a path that are compared; a report that names fewer must name one file. */
const mostParts = 8;

/**
 * Which task each part of a report is about. Reports name files as they like: absolute, from another folder,
 * as modules or classes (`tests.test_a.TestB`). A name that fits several tasks fits none.
 * @param keys tasks' keys, which are paths
 * @param root the folder that the keys are relative to
 */
export function matchFiles(
  reports: readonly TestFileReport[],
  keys: readonly string[],
  root: string,
): ReadonlyMap<string, TestFileReport> {
  const exact = new Set(keys);
  const endings = indexEndings(keys);
  const matched = new Map<string, TestFileReport>();
  for (const report of reports) {
    const key = keyOf(report.file, exact, endings, root);
    if (key === null) continue;
    const known = matched.get(key);
    matched.set(key, known === undefined ? { ...report, file: key } : add(known, report));
  }
  return matched;
}

/** Null: several keys end so. */
type Endings = ReadonlyMap<string, string | null>;

function indexEndings(keys: readonly string[]): Endings {
  const endings = new Map<string, string | null>();
  for (const key of keys) {
    for (const name of [key, withoutExtension(key)]) {
      const parts = name.split("/");
      for (let count = 1; count <= Math.min(parts.length, mostParts); count++) {
        const ending = parts.slice(-count).join("/");
        const known = endings.get(ending);
        endings.set(ending, known === undefined || known === key ? key : null);
      }
    }
  }
  return endings;
}

function keyOf(
  file: string,
  exact: ReadonlySet<string>,
  endings: Endings,
  root: string,
): string | null {
  const path = relative(root, resolve(root, file)).split(sep).join("/");
  if (exact.has(path)) return path;
  return byEnding(file, endings) ?? byModule(file, endings);
}

/** The longest ending that is known decides: what it leaves open, no shorter one settles. */
function byEnding(file: string, endings: Endings): string | null {
  const parts = posix.normalize(file.replaceAll("\\", "/")).split("/").filter(Boolean);
  for (let count = Math.min(parts.length, mostParts); count >= 1; count--) {
    const key = endings.get(parts.slice(-count).join("/"));
    if (key !== undefined) return key;
  }
  return null;
}

/** A module, perhaps with classes in it. */
function byModule(name: string, endings: Endings): string | null {
  if (!/^[\w$]+(?:\.[\w$]+)+$/.test(name)) return null;
  const parts = name.split(".");
  for (let end = parts.length; end >= Math.max(1, parts.length - 2); end--) {
    const key = endings.get(parts.slice(Math.max(0, end - mostParts), end).join("/"));
    if (key !== undefined) return key;
  }
  return null;
}

function withoutExtension(key: string): string {
  return key.slice(0, key.length - posix.extname(key).length);
}

function add(known: TestFileReport, more: TestFileReport): TestFileReport {
  return {
    file: known.file,
    seconds: known.seconds + more.seconds,
    cases: known.cases + more.cases,
    failed: known.failed + more.failed,
    message: known.message ?? more.message,
  };
}
