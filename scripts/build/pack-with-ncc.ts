import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { optional } from "./refuse-missing.ts";

const ncc = createRequire(import.meta.url).resolve("@vercel/ncc/dist/ncc/cli.js");
const run = promisify(execFile);

/** Packs a program and its files into one folder. @throws Error with what ncc said when it failed */
export async function packWithNcc(entry: string, folder: string): Promise<void> {
  await run(process.execPath, [ncc, "build", entry, "-o", folder, "--quiet", "--no-cache"]);
  refuseUnresolved(folder);
}

/** ncc turns an import it cannot find into a call that fails at run time, and says nothing. */
function refuseUnresolved(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(join(folder, file), "utf8");
    const calls = [...code.matchAll(/eval\("require"\)\("([^"]+)"\)/g)];
    const missing = calls.map(([, id = ""]) => id).find((id) => !optional.has(id));
    if (missing === undefined) continue;
    throw new Error(`${file}: "${missing}" was not found when bundling`);
  }
}
