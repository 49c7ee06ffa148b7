import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { top } from "../../../top.ts";

/** A built action. */
export interface Contestant {
  readonly name: string;
  readonly program: string;
}

/** @throws Error when it is not built */
export function ours(): Contestant {
  const program = join(top, "actions/pr-review/dist/index.js");
  if (!existsSync(program)) throw new Error("pr-review is not built: run `npm run build`");
  return { name: "pr-review", program };
}

/** `@actions/core` and `@actions/github` alone, in a bundle as most actions ship one. */
export function toolkitAlone(): Contestant {
  const target = join(top, ".build/bench-toolkit");
  const ncc = createRequire(import.meta.url).resolve("@vercel/ncc/dist/ncc/cli.js");
  const entry = join(import.meta.dirname, "peer.mjs");
  rmSync(target, { recursive: true, force: true });
  execFileSync(process.execPath, [ncc, "build", entry, "-o", target], { cwd: top, stdio: "pipe" });
  return { name: "toolkit", program: join(target, "index.mjs") };
}
