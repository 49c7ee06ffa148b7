import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const top = join(import.meta.dirname, "../../..");
let checkout: string;

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "swarm-launcher-"));
  for (const name of ["scripts/launch.mjs", "scripts/launcher", "scripts/toolchain"]) {
    cpSync(join(top, name), join(checkout, name), { recursive: true });
  }
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

function launch(name: string): { code: number | null; stdout: string; stderr: string } {
  const env = {
    PATH: process.env.PATH,
    HOME: checkout,
    // Nothing listens on port 9, and nothing was fetched before.
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_cache: join(checkout, "cache"),
  };
  const args = ["scripts/launch.mjs", name];
  const options = { cwd: checkout, env, encoding: "utf8", timeout: 200_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  return { code: status, stdout, stderr };
}

test("without a network the first start says so, says the fix, and leaves nothing half done", () => {
  const { code, stdout, stderr } = launch("start");
  expect(stderr).toContain("the package registry could not be reached");
  expect(stderr).toContain("To mend it: connect to the network");
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(code).toBe(2);
  expect(existsSync(join(checkout, "node_modules"))).toBe(false);
});

test("a command that does not exist is refused before anything is fetched", () => {
  const { code, stderr } = launch("strat");
  expect(stderr).toContain('unknown command "strat"');
  expect(code).toBe(2);
});
