import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { condense } from "./condense.ts";
import type { Operation } from "./operation.ts";
import type { Schema } from "./rewrite-schema.ts";

/** GitHub's REST description, cut down to what judges need. */
export interface Description {
  readonly operations: readonly Operation[];
  /** By name; they refer to each other by name too. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

const shape = 2;
const root = join(import.meta.dirname, "../../..");
let description: Description | undefined;

/** Reads it once a process. The cut-down form is kept on disk, as reading all 13 MB takes a second. */
export function readDescription(): Description {
  description ??= readCached() ?? writeCached(condense(JSON.parse(readFileSync(source(), "utf8"))));
  return description;
}

/** The file itself: the package's index would load ten of them. */
function source(): string {
  const manifest = createRequire(import.meta.url).resolve("@octokit/openapi/package.json");
  return join(dirname(manifest), "generated/api.github.com.json");
}

function cacheFile(): string {
  const { version } = createRequire(import.meta.url)("@octokit/openapi/package.json");
  return join(root, "node_modules/.cache/judge", `github-${version}-${shape}.json`);
}

function readCached(): Description | null {
  try {
    return JSON.parse(readFileSync(cacheFile(), "utf8"));
  } catch {
    return null;
  }
}

/** Renamed into place, as several test processes may write it at once. */
function writeCached(made: Description): Description {
  const file = cacheFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
