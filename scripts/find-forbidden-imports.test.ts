import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findForbiddenImports } from "./find-forbidden-imports.ts";

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "swarm-layers-"));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** The names of the rules that a workspace of these modules breaks. */
async function broken(modules: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [path, code] of Object.entries(modules)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), code);
  }
  const { lines } = await findForbiddenImports(workspace);
  return lines.map((line) => /\[([a-z-]+)\]/.exec(line)?.[1] ?? line).sort();
}

const core = { "packages/core/src/index.ts": "export const one = 1;\n" };
const fromCore = 'import { one } from "../../core/src/index.ts";\nexport const two = one + 1;\n';

test("a domain may use core", async () => {
  expect(await broken({ ...core, "packages/review/src/index.ts": fromCore })).toEqual([]);
});

test("core may use nobody", async () => {
  const modules = {
    "packages/review/src/index.ts": "export const one = 1;\n",
    "packages/core/src/index.ts": fromCore.replace("core", "review"),
  };
  expect(await broken(modules)).toEqual(["core-may-not"]);
});

test("a domain may not touch the disk, even for a type", async () => {
  const code = 'import type { Stats } from "node:fs";\nexport type Facts = Stats;\n';
  expect(await broken({ "packages/review/src/index.ts": code })).toEqual(["pure-domains"]);
});

test("a path into another package is refused", async () => {
  const modules = {
    "packages/core/src/inner.ts": "export const one = 1;\n",
    "packages/git/src/index.ts": fromCore.replace("index.ts", "inner.ts"),
  };
  expect(await broken(modules)).toEqual(["front-doors"]);
});

test("a cycle is refused, even one of types alone", async () => {
  const modules = {
    "packages/core/src/a.ts": 'import type { B } from "./b.ts";\nexport type A = B | 1;\n',
    "packages/core/src/b.ts": 'import type { A } from "./a.ts";\nexport type B = A | 2;\n',
  };
  expect(await broken(modules)).toContain("no-cycles");
});

test("a package that the layers do not know is refused", async () => {
  const modules = { ...core, "packages/stranger/src/index.ts": fromCore };
  expect(await broken(modules)).toContain("known-packages");
});
