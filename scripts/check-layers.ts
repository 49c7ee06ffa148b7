import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import { layerRules } from "./layers.ts";
import { top } from "./top.ts";

// Prints every import that the layers forbid, every cycle and every unused export, file or dependency.
process.chdir(top);
const broken = [...(await findForbiddenImports()), ...findUnused()];
for (const line of broken) console.error(line);
if (broken.length > 0) {
  console.error(`\n${broken.length} problem(s). ARCHITECTURE.md says what may import what.`);
  process.exitCode = 1;
}

async function findForbiddenImports(): Promise<string[]> {
  const folders = ["packages", "actions", "scripts", "test"].filter((folder) => existsSync(folder));
  const { output } = await cruise(folders, {
    ruleSet: { forbidden: [...layerRules] },
    validate: true,
    exclude: { path: "(^|/)dist/|^test/fixtures/" },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node"] },
  });
  if (typeof output === "string") throw new Error(`unexpected answer: ${output}`);
  const { violations, totalCruised } = output.summary;
  if (totalCruised < 40)
    throw new Error(`only ${totalCruised} modules were found; nothing was checked`);
  console.log(`layers: ${totalCruised} modules, ${layerRules.length} rules`);
  return violations.map(
    ({ from, to, rule }) => `${from} → ${to}  [${rule.name}] ${commentOf(rule.name)}`,
  );
}

function commentOf(name: string): string {
  return layerRules.find((rule) => rule.name === name)?.comment ?? "";
}

function findUnused(): string[] {
  const knip = spawnSync(process.execPath, ["node_modules/knip/bin/knip.js", "--no-progress"], {
    encoding: "utf8",
  });
  if (knip.status === 0) return [];
  return `${knip.stdout}${knip.stderr}`.split("\n").filter((line) => line.trim() !== "");
}
