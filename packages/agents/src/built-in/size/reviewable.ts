import type { TaskFile } from "@swarm-actions/review";
import { isGeneratedFile } from "../generated.ts";
import { isFixturePath, isLockfilePath, isVendoredPath } from "../path-kinds.ts";

/** What a person has to read of a file. */
export interface Load {
  readonly path: string;
  readonly added: number;
  readonly deleted: number;
}

/** The lines to read in a file; null for what nobody reads line by line. */
export function loadOf(file: TaskFile): Load | null {
  const { path, content, change, hunks } = file.diff;
  if (content !== "text" || isVendoredPath(path) || isFixturePath(path)) return null;
  if (isLockfilePath(path) || isGeneratedFile(file)) return null;
  let added = 0;
  let deleted = 0;
  for (const { lines } of hunks) {
    for (const { kind } of lines) {
      if (kind === "added") added++;
      else if (kind === "deleted") deleted++;
    }
  }
  // A file that goes is read by its name.
  return { path, added, deleted: change === "deleted" ? 0 : deleted };
}
