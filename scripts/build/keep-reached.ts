import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CodeSplittingOptions,
  type OutputOptions,
  type RolldownOptions,
  rolldown,
} from "rolldown";
import { top } from "../top.ts";
import { listLicences } from "./list-licences.ts";
import { refuseAwaitedEntry } from "./refuse-awaited-entry.ts";
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
 * Writes modules without types and dead code, and answers with the licences of all that has a part.
 * @throws Error when something that is imported was not found, or the program would wait for itself
 */
export async function keepReached(entry: string, folder: string): Promise<string> {
  await using build = await rolldown({ ...input, input: { index: entry } });
  const codeSplitting = keepAlone(entry);
  const written = await build.write({ ...output, codeSplitting, dir: folder });
  refuseMissing(written.output);
  refuseAwaitedEntry(written.output, entry);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return listLicences(written.output);
}

/**
 * An entry waits at its top for all that it does. Were anything in its file that a file loaded meanwhile
 * needs too, that file would wait for the entry in turn, and Node would end with exit code 13. So what
 * the entry imports has a file of its own, which waits for nothing.
 */
function keepAlone(entry: string): CodeSplittingOptions {
  return { groups: [{ name: "start", tags: ["$initial"], test: (id) => id !== entry }] };
}
