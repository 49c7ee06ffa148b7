import { join } from "node:path";
import { top } from "./paths.mjs";

// Where the person typed the command: npm itself changes to the project's folder.
const caller = process.env.INIT_CWD ?? process.cwd();

/**
 * What each npm script runs once the machine is set up.
 * @type {Record<string, { script: string[], cwd: string, needsBuild: boolean }>}
 */
export const commands = {
  start: { script: [join(top, "scripts/start.ts")], cwd: caller, needsBuild: true },
  test: { script: [join(top, "scripts/check.ts")], cwd: top, needsBuild: true },
  swarm: { script: [join(top, "packages/cli/dist/index.js")], cwd: caller, needsBuild: true },
  release: { script: [join(top, "scripts/release.ts")], cwd: top, needsBuild: true },
  bench: { script: [join(top, "scripts/bench.ts")], cwd: top, needsBuild: true },
};
