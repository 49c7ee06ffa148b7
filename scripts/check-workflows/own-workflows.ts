import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Outline, outlineOf } from "./outline.ts";

/** The path in an `uses:` of one of our own workflows: as it is released, or beside the one that calls. */
const called =
  /^(?:org\/swarm-actions\/(\.github\/workflows\/[\w-]+\.yml)@v\d+|\.\/(\.github\/workflows\/[\w-]+\.yml))$/;

/** The own workflow that `uses` means; null for others' workflows, and for one that is not there. */
export function ownWorkflow(uses: string, top: string): Outline | null {
  const match = called.exec(uses);
  const path = match?.[1] ?? match?.[2];
  if (path === undefined || !existsSync(join(top, path))) return null;
  const text = readFileSync(join(top, path), "utf8");
  return outlineOf({ path, kind: "workflow", text });
}
