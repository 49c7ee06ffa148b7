import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { digestTree } from "./digest-tree.mjs";
import { explainFailure } from "./explain-failure.mjs";
import { toolchainSource, toolchainTarget } from "./paths.mjs";
import { runQuietly } from "./run.mjs";
import { SetUpError, step } from "./say.mjs";

const wantedMajor = 24;

/** Finds or fetches the pinned Node and pnpm; resolves to their paths and the PATH that leads to them. */
export async function findToolchain() {
  const home = join(toolchainTarget, digestTree([toolchainSource]).slice(0, 16));
  if (!existsSync(home)) {
    await step("fetching Node and pnpm (first time only, about 60 MB)", () => fetchInto(home));
  }
  const modules = join(home, "node_modules");
  const node = bundledNode(modules) ?? ownNode();
  const pnpm = join(modules, "pnpm/bin/pnpm.mjs");
  const bin = [join(node, ".."), join(modules, ".bin")].join(delimiter);
  return { node, pnpm, path: `${bin}${delimiter}${process.env.PATH ?? ""}` };
}

async function fetchInto(home) {
  mkdirSync(toolchainTarget, { recursive: true });
  // Built aside and renamed, so that an interrupted fetch is never taken for a whole one.
  const aside = mkdtempSync(join(toolchainTarget, "fetch-"));
  try {
    cpSync(toolchainSource, aside, { recursive: true });
    const result = await npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], aside);
    if (result.code !== 0)
      throw explainFailure("Node and pnpm could not be fetched", result.output);
    if (!existsSync(home)) renameSync(aside, home);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function npm(args, cwd) {
  // Few and short retries: who has no network should hear of it soon.
  const patience = [
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=4000",
  ];
  const own = process.env.npm_execpath;
  if (own !== undefined && /npm-cli\.[cm]?js$/.test(own)) {
    return runQuietly(process.execPath, [own, ...args, ...patience], { cwd });
  }
  const windows = process.platform === "win32";
  return runQuietly(windows ? "npm.cmd" : "npm", [...args, ...patience], { cwd, shell: windows });
}

function bundledNode(modules) {
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(toolchainSource, "package.json"), "utf8"),
  );
  const file = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  return Object.keys(optionalDependencies)
    .map((name) => join(modules, name, file))
    .find(existsSync);
}

function ownNode() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= wantedMajor) return process.execPath;
  throw new SetUpError(
    `no prebuilt Node ${wantedMajor} for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}`,
    `install Node ${wantedMajor} or newer and run the command again.`,
  );
}
