import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { top } from "./top.ts";

/** Something that ships as one bundle: the CLI, or an action. */
interface Bundle {
  readonly folder: string;
  readonly entry: string;
}

const ncc = createRequire(import.meta.url).resolve("@vercel/ncc/dist/ncc/cli.js");

/** Asked for only behind a proxy that wants Kerberos, where its absence is caught and explained. */
const optional: ReadonlySet<string | undefined> = new Set(["kerberos"]);

for (const bundle of findBundles()) build(bundle);

function findBundles(): Bundle[] {
  const actions = join(top, "actions");
  const folders = existsSync(actions)
    ? readdirSync(actions).map((name) => join(actions, name))
    : [];
  return [join(top, "packages/cli"), ...folders]
    .map((folder) => ({ folder, entry: join(folder, "src/index.ts") }))
    .filter(({ entry }) => existsSync(entry));
}

function build({ folder, entry }: Bundle): void {
  // Built aside and put in place at once: whoever runs the last build meanwhile keeps a whole one.
  const aside = join(top, `.build/bundle-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  const args = [ncc, "build", entry, "-o", aside, "--transpile-only", "--license", "licenses.txt"];
  execFileSync(process.execPath, args, { cwd: top, stdio: ["ignore", "ignore", "inherit"] });
  refuseUnresolved(aside);
  if (folder.endsWith("cli")) completePackage(folder, aside);
  const target = join(folder, "dist");
  rmSync(target, { recursive: true, force: true });
  renameSync(aside, target);
}

/** ncc turns an import it cannot find into a call that fails at run time, and says nothing. */
function refuseUnresolved(target: string): void {
  for (const file of readdirSync(target).filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(join(target, file), "utf8");
    for (const [, missing] of code.matchAll(/eval\("require"\)\("([^"]+)"\)/g)) {
      if (optional.has(missing)) continue;
      throw new Error(`${file}: "${missing}" was not found when bundling`);
    }
  }
}

/** What npm expects beside the bundle in the published package. */
function completePackage(folder: string, built: string): void {
  const file = join(built, "index.js");
  const code = readFileSync(file, "utf8");
  if (!code.startsWith("#!")) writeFileSync(file, `#!/usr/bin/env node\n${code}`, { mode: 0o755 });
  cpSync(join(top, "LICENSE"), join(folder, "LICENSE"));
}
