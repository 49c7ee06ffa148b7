import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { top } from "./paths.mjs";

const skipped = new Set(["node_modules", "dist", ".git"]);

/** A digest of the files below `paths` that `wanted` accepts: the same content, the same digest. */
export function digestTree(paths, wanted = () => true) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesBelow).filter(wanted).sort()) {
    hash.update(relative(top, path)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
  return entries
    .filter((entry) => !skipped.has(entry.name) && !entry.isSymbolicLink())
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
    );
}
