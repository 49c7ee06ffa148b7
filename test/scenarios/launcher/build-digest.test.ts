import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { top } from "../../../scripts/top.ts";

// What decides that a command builds before it begins.
let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "swarm-digest-"));
  cpSync(join(top, "scripts/launcher"), join(checkout, "scripts/launcher"), { recursive: true });
  for (const folder of ["packages/cli", "actions/one", "workflow-templates", "scripts/build"])
    mkdirSync(join(checkout, folder), { recursive: true });
  for (const name of ["scripts/build.ts", "tsconfig.json", "tsconfig.base.json", "pnpm-lock.yaml"])
    write(name, "");
  for (const folder of ["packages/cli", "actions/one"]) {
    write(`${folder}/src/index.ts`, "");
    write(`${folder}/dist/index.js`, "");
  }
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function write(name: string, content: string): void {
  mkdirSync(dirname(join(checkout, name)), { recursive: true });
  writeFileSync(join(checkout, name), content);
}

function digest(): string {
  const code = 'console.log((await import("./scripts/launcher/build-digest.mjs")).buildDigest())';
  const args = ["--input-type=module", "--eval", code];
  return execFileSync(process.execPath, args, { cwd: checkout, encoding: "utf8" }).trim();
}

test.each(["actions/one/dist/index.js", "packages/cli/dist/index.js"])(
  "without %s everything is built",
  (bundle) => {
    expect(digest()).toMatch(/^[0-9a-f]{64}$/);
    rmSync(join(checkout, bundle));
    expect(digest()).toBe("missing");
  },
);

test("another source of an action or a package is built again; a test or a bundle is not", () => {
  const first = digest();
  write("actions/one/src/run.ts", "1");
  const second = digest();
  expect(second).not.toBe(first);
  write("packages/cli/src/more.ts", "1");
  const third = digest();
  expect(third).not.toBe(second);
  write("actions/one/src/run.test.ts", "1");
  write("actions/one/dist/index.js", "1");
  expect(digest()).toBe(third);
});
