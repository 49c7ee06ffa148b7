import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changedRepository } from "../support/review-scenario.ts";
import { runCli } from "../support/run-cli.ts";

const source = fileURLToPath(new URL("../../packages/cli", import.meta.url));

let folder: string;
let program: string;

// As someone without this checkout gets it: packed, and installed into an empty folder.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-package-"));
  npm("pack", source, "--ignore-scripts", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "no tarball";
  npm("install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${tarball}`);
  program = join(folder, "node_modules/swarm-actions/dist/index.js");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the package brings all it needs, its licence and those of what it holds, and no sources", () => {
  const installed = join(folder, "node_modules/swarm-actions");
  expect(readdirSync(join(folder, "node_modules"))).toEqual([
    ".bin",
    ".package-lock.json",
    "swarm-actions",
  ]);
  expect(readdirSync(installed)).toEqual(expect.arrayContaining(["LICENSE", "dist"]));
  expect(readdirSync(installed)).not.toContain("src");
  expect(readdirSync(join(installed, "dist"))).toContain("licenses.txt");
});

test("its command answers", () => {
  const command = join(folder, "node_modules/.bin/swarm-actions");
  const said = execFileSync(command, ["--version"], { encoding: "utf8", env: environment() });
  expect(said).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("it reviews a repository with every built-in reviewer, away from this checkout", async () => {
  using repository = changedRepository(
    {},
    {
      "a.js": "debugger;\n",
      ".github/workflows/a.yml":
        "on: push\njobs: { a: { runs-on: x, steps: [{ uses: a/b@main }] } }\n",
    },
  );
  const options = { program, cwd: repository.top };
  const run = await runCli(["review", "--format", "json"], options);
  expect(run).toMatchObject({ stderr: "" });
  const report = JSON.parse(run.stdout);
  const rules = report.findings.map(({ rule }: { rule: string }) => rule);
  expect(rules).toEqual(
    expect.arrayContaining(["leftovers/debugger", "workflows/unpinned-action"]),
  );
  for (const { error } of report.agents) expect(error).toBeNull();
  const html = await runCli(["review", "--format", "html"], options);
  expect(html.stdout).toMatch(/^<!doctype html>/i);
});

function npm(...args: readonly string[]): void {
  execFileSync("npm", args, { cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
}

/** The machine's own settings of npm stay out; nothing here may ask the network. */
function environment(): NodeJS.ProcessEnv {
  const cache = join(folder, ".npm");
  return {
    PATH: process.env.PATH,
    HOME: folder,
    npm_config_cache: cache,
    npm_config_offline: "true",
  };
}
