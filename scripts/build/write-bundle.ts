import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { top } from "../top.ts";
import type { Bundle } from "./find-bundles.ts";
import { keepReached } from "./keep-reached.ts";
import { packWithNcc } from "./pack-with-ncc.ts";

/**
 * Rolldown takes out the types and whatever is never reached; ncc packs what is left. ncc alone takes
 * four times as long and packs twice as much.
 * @throws Error when something that is imported was not found, or the program would wait for itself
 */
export async function writeBundle(bundle: Bundle): Promise<void> {
  const aside = join(top, `.build/bundle-${bundle.name}-${process.pid}`);
  const reached = join(aside, "reached");
  const packed = join(aside, "packed");
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(reached, { recursive: true });
  const licences = await keepReached(bundle.entry, reached);
  await packWithNcc(join(reached, "index.js"), packed);
  writeFileSync(join(packed, "licenses.txt"), licences);
  for (const door of bundle.doors) writeFileSync(join(packed, door), 'import "./index.js";\n');
  if (bundle.kind === "command") completePackage(bundle.folder, packed);
  // Built aside and put in place at once: whoever runs the last build meanwhile keeps a whole one.
  replace(join(bundle.folder, "dist"), packed);
  rmSync(aside, { recursive: true });
}

/** What npm expects of the published package and beside it. */
function completePackage(folder: string, built: string): void {
  const program = join(built, "index.js");
  writeFileSync(program, `#!/usr/bin/env node\n${readFileSync(program, "utf8")}`);
  chmodSync(program, 0o755);
  cpSync(join(top, "LICENSE"), join(folder, "LICENSE"));
}

function replace(target: string, source: string): void {
  rmSync(target, { recursive: true, force: true });
  renameSync(source, target);
}
