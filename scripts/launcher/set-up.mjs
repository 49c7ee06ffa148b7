import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildDigest } from "./build-digest.mjs";
import { digestTree } from "./digest-tree.mjs";
import { explainFailure } from "./explain-failure.mjs";
import { top } from "./paths.mjs";
import { runInForeground, runQuietly } from "./run.mjs";
import { SetUpError, step } from "./say.mjs";
import { once } from "./stamp.mjs";
import { findToolchain } from "./toolchain.mjs";

/** Brings Node, pnpm, the dependencies and the built bundles, each only when it is not there yet. */
export async function setUp({ build }) {
  const tools = await findToolchain();
  const env = { ...process.env, PATH: tools.path };
  await once("install", installDigest, () => install(tools, env));
  if (build) await once("build", buildDigest, () => buildBundles(tools, env));
  return { run: (args, cwd) => runInForeground(tools.node, args, { cwd, env }) };
}

function installDigest() {
  const whole = existsSync(join(top, "node_modules"));
  return whole
    ? digestTree([join(top, "pnpm-lock.yaml"), join(top, "pnpm-workspace.yaml")])
    : "missing";
}

async function install(tools, env) {
  await step("installing dependencies", async () => {
    const args = [
      tools.pnpm,
      "install",
      "--frozen-lockfile",
      "--fetch-retries=2",
      "--fetch-retry-mintimeout=1000",
    ];
    const result = await runQuietly(tools.node, args, { cwd: top, env });
    if (result.code !== 0)
      throw explainFailure("the dependencies could not be installed", result.output);
  });
}

async function buildBundles(tools, env) {
  await step("building", async () => {
    const result = await runQuietly(tools.node, [join(top, "scripts/build.ts")], { cwd: top, env });
    if (result.code !== 0) {
      throw new SetUpError("the build failed", "mend the errors above.", result.output);
    }
  });
}
