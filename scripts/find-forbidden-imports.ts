import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import { layerRules } from "./layers.ts";

/** What the layers forbid below a folder, a line each, and how many modules were looked at. */
export interface ForbiddenImports {
  readonly lines: readonly string[];
  readonly modules: number;
}

/** Holds the imports of a workspace against the layers. */
export async function findForbiddenImports(workspace: string): Promise<ForbiddenImports> {
  const folders = ["packages", "actions", "scripts", "test"];
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(workspace, folder))),
    {
      baseDir: workspace,
      ruleSet: { forbidden: [...layerRules] },
      validate: true,
      exclude: { path: "(^|/)dist/|^test/fixtures/" },
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["import", "node"],
        // Some packages are nothing but types.
        mainFields: ["module", "main", "types"],
      },
    },
  );
  if (typeof output === "string") throw new Error(`unexpected answer: ${output}`);
  const { violations, totalCruised } = output.summary;
  const lines = violations.map(({ from, to, rule }) => {
    const why = layerRules.find(({ name }) => name === rule.name)?.comment ?? "";
    return `${from} → ${to}  [${rule.name}] ${why}`;
  });
  return { lines, modules: totalCruised };
}
