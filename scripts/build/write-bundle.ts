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
import { type OutputOptions, type RolldownOptions, rolldown } from "rolldown";
import { top } from "../top.ts";
import type { Bundle } from "./find-bundles.ts";
import { listLicences } from "./list-licences.ts";
import { packWithNcc } from "./pack-with-ncc.ts";
import { refuseMissing } from "./refuse-missing.ts";

/**
 * Do nothing by being loaded, but do not say so. Who only writes to the log then need not load an HTTP
 * client, which is half of what would have to be read before the first request.
 */
const harmless = /node_modules[\\/](@actions[\\/](core|http-client)|undici)[\\/]/;

const input: RolldownOptions = {
  cwd: top,
  platform: "node",
  // Where a package has both, its modules: what asks for its parts in a roundabout way cannot be followed.
  resolve: { mainFields: ["module", "main"] },
  // The oldest Node that the published package promises to run on.
  transform: { target: "node22.12" },
  treeshake: { moduleSideEffects: [{ test: harmless, sideEffects: false }] },
  // Prompts, templates and GitHub's schema are read from files beside the code.
  experimental: { resolveNewUrlToAsset: true },
  onLog(level, log) {
    if (level === "warn") throw new Error(`${log.code}: ${log.message}`);
  },
};

/** Names stay as they were written, so that a stack trace from a workflow's log says something. */
const output: OutputOptions = {
  format: "esm",
  minify: { compress: false, mangle: false, codegen: true },
  chunkFileNames: "[name].js",
  assetFileNames: "[name][extname]",
};

/**
 * Rolldown takes out the types and whatever is never reached; ncc packs what is left. ncc alone takes
 * four times as long and packs twice as much.
 * @throws Error when something that is imported was not found
 */
export async function writeBundle(bundle: Bundle): Promise<void> {
  const aside = join(top, `.build/bundle-${bundle.name}-${process.pid}`);
  const reached = join(aside, "reached");
  const packed = join(aside, "packed");
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(reached, { recursive: true });
  const licences = await keepReached(bundle, reached);
  await packWithNcc(join(reached, "index.js"), packed);
  writeFileSync(join(packed, "licenses.txt"), licences);
  for (const door of bundle.doors) writeFileSync(join(packed, door), 'import "./index.js";\n');
  if (bundle.kind === "command") completePackage(bundle.folder, packed);
  // Built aside and put in place at once: whoever runs the last build meanwhile keeps a whole one.
  replace(join(bundle.folder, "dist"), packed);
  rmSync(aside, { recursive: true });
}

/** Writes modules without types and dead code, and answers with the licences of all that has a part. */
async function keepReached({ entry }: Bundle, folder: string): Promise<string> {
  await using build = await rolldown({ ...input, input: { index: entry } });
  const written = await build.write({ ...output, dir: folder });
  refuseMissing(written.output);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return listLicences(written.output);
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
