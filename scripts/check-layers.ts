import { spawnSync } from "node:child_process";
import { findForbiddenImports } from "./find-forbidden-imports.ts";
import { top } from "./top.ts";

// Prints every import that the layers forbid, every cycle and every unused export, file or dependency.
const forbidden = await findForbiddenImports(top);
if (forbidden.modules < 100) throw new Error(`only ${forbidden.modules} modules were found`);

const problems = [...forbidden.lines, ...findUnused()];
for (const line of problems) console.error(line);
if (problems.length > 0) {
  console.error(`\n${problems.length} problem(s). ARCHITECTURE.md says what may import what.`);
  process.exitCode = 1;
} else console.log(`layers: ${forbidden.modules} modules, each where it belongs, nothing unused`);

function findUnused(): string[] {
  const args = ["node_modules/knip/bin/knip.js", "--no-progress"];
  const knip = spawnSync(process.execPath, args, { cwd: top, encoding: "utf8" });
  if (knip.status === 0) return [];
  return `${knip.stdout}${knip.stderr}`.split("\n").filter((line) => line.trim() !== "");
}
