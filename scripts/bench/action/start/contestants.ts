import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { top } from "../../../top.ts";

/** A built action. */
export interface Contestant {
  readonly name: string;
  readonly program: string;
  /** Variables besides those of every job. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** @throws Error when it is not built */
export function ours(): Contestant {
  const program = join(top, "actions/pr-review/dist/index.js");
  if (!existsSync(program)) throw new Error("pr-review is not built: run `npm run build`");
  return { name: "pr-review", program };
}

/** One job of a swarm. @throws Error when it is not built */
export function ourJob(part: "plan" | "work" | "collect"): Contestant {
  const program = join(top, `actions/swarm-fanout/dist/${part}.js`);
  if (!existsSync(program)) throw new Error("swarm-fanout is not built: run `npm run build`");
  return { name: part, program, variables: { ...jobVariables, ...inputs[part] } };
}

const inputs = {
  plan: { INPUT_SOURCE: "json", INPUT_SELECT: '["a","b","c"]', INPUT_HISTORY: "false" },
  work: { INPUT_WORKER: "0", INPUT_RUN: "true" },
  collect: { INPUT_HISTORY: "false" },
} as const;

/** `@actions/core` and `@actions/github` alone, in a bundle as most actions ship one. */
export function toolkitAlone(): Contestant {
  return { name: "toolkit", program: bundle("peer.mjs", "bench-toolkit") };
}

/** `@actions/artifact` alone, in such a bundle. */
export function artifactsAlone(): Contestant {
  const program = bundle("artifact-peer.mjs", "bench-artifacts");
  return { name: "artifact client", program, variables: jobVariables };
}

/** By what a job reaches the services of its run; the token is one in form alone. */
const jobVariables = {
  GITHUB_RUN_ID: "1",
  // The client refuses servers of one's own.
  GITHUB_SERVER_URL: "https://github.com",
  ACTIONS_RUNTIME_TOKEN: ["{}", '{"scp":"Actions.Results:1:2"}', "none"]
    .map((part) => Buffer.from(part).toString("base64url"))
    .join("."),
};

function bundle(source: string, name: string): string {
  const target = join(top, ".build", name);
  const ncc = createRequire(import.meta.url).resolve("@vercel/ncc/dist/ncc/cli.js");
  const entry = join(import.meta.dirname, source);
  rmSync(target, { recursive: true, force: true });
  execFileSync(process.execPath, [ncc, "build", entry, "-o", target], { cwd: top, stdio: "pipe" });
  return join(target, "index.mjs");
}
