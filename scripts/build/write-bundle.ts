import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OutputOptions, type RolldownOptions, rolldown } from "rolldown";
import { top } from "../top.ts";
import type { Bundle } from "./find-bundles.ts";
import { listLicences } from "./list-licences.ts";
import { refuseMissing } from "./refuse-missing.ts";

const input: RolldownOptions = {
  cwd: top,
  platform: "node",
  // Where a package has both, its modules: what asks for its parts in a roundabout way cannot be followed.
  resolve: { mainFields: ["module", "main"] },
  // The oldest Node that the published package promises to run on.
  transform: { target: "node22.12" },
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

/** @throws Error when something that is imported was not found */
export async function writeBundle(bundle: Bundle): Promise<void> {
  // Built aside and put in place at once: whoever runs the last build meanwhile keeps a whole one.
  const aside = join(top, `.build/bundle-${bundle.name}-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  await using build = await rolldown({ ...input, input: { index: bundle.entry } });
  const written = await build.write({ ...output, ...bannerOf(bundle), dir: aside });
  refuseMissing(written.output);
  writeFileSync(join(aside, "licenses.txt"), listLicences(written.output));
  writeFileSync(join(aside, "package.json"), '{ "type": "module" }\n');
  if (bundle.kind === "command") completePackage(bundle.folder, aside);
  replace(join(bundle.folder, "dist"), aside);
}

function bannerOf({ kind }: Bundle): OutputOptions {
  if (kind === "action") return {};
  return { banner: ({ isEntry }) => (isEntry ? "#!/usr/bin/env node" : "") };
}

/** What npm expects in the published package. */
function completePackage(folder: string, built: string): void {
  chmodSync(join(built, "index.js"), 0o755);
  cpSync(join(top, "LICENSE"), join(folder, "LICENSE"));
}

function replace(target: string, source: string): void {
  rmSync(target, { recursive: true, force: true });
  renameSync(source, target);
}
