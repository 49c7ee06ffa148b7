import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { digestTree } from "./digest-tree.mjs";
import { top } from "./paths.mjs";

/** Says of what the bundles are to be built: another digest, another build. "missing" when one is not there. */
export function buildDigest() {
  if (!isBuilt()) return "missing";
  const inputs = [
    "actions",
    "packages",
    "workflow-templates",
    "scripts/build",
    "scripts/build.ts",
    "tsconfig.json",
    "tsconfig.base.json",
    "pnpm-lock.yaml",
  ];
  return digestTree(
    inputs.map((path) => join(top, path)),
    (path) => !path.endsWith(".test.ts"),
  );
}

function isBuilt() {
  const actions = readdirSync(join(top, "actions")).map((name) => `actions/${name}`);
  return ["packages/cli", ...actions]
    .filter((folder) => existsSync(join(top, folder, "src/index.ts")))
    .every((folder) => existsSync(join(top, folder, "dist/index.js")));
}
