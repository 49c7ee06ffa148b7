import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Schema } from "./rewrite-schema.ts";

/** Counts up when what `condense` makes changes its shape. */
const shape = 3;
const folder = join(import.meta.dirname, "../../../node_modules/.cache/judge");
const require = createRequire(import.meta.url);

/**
 * One of the descriptions that Octokit publishes, cut down by `condense`. The result is kept on disk,
 * as reading all of it takes a second. The package's index is left alone: it would load ten of them.
 */
export function keepCondensed<Made>(name: string, condense: (full: Schema) => Made): Made {
  const manifest = require.resolve(`${name}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = join(folder, `${name.replaceAll(/\W+/gu, "-")}-${version}-${shape}.json`);
  return readKept(file) ?? keep(file, condense(readFull(dirname(manifest))));
}

function readFull(directory: string): Schema {
  return JSON.parse(readFileSync(join(directory, "generated/api.github.com.json"), "utf8"));
}

function readKept<Made>(file: string): Made | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Not there yet, or cut off: it is made anew.
    return null;
  }
}

/** Renamed into place, as several test processes may write it at once. */
function keep<Made>(file: string, made: Made): Made {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
