import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fillPlaceholders } from "../../scripts/check-workflows/source.ts";
import { assembleTree } from "../../scripts/release/assemble-tree.ts";

/** What a release holds, in a folder of its own that goes away with its scope. */
export interface ReleaseTree extends Disposable {
  readonly directory: string;
}

/** Assembles it from the actions as they are built. */
export function createReleaseTree(): ReleaseTree {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "swarm-release-")));
  assembleTree(directory);
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A starter workflow as someone with the default branch `main` picks it. */
export function readTemplate(name: string): string {
  const file = fileURLToPath(new URL(`../../workflow-templates/${name}.yml`, import.meta.url));
  return fillPlaceholders(readFileSync(file, "utf8"));
}
