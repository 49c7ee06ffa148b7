import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepReached } from "./keep-reached.ts";
import { packWithNcc } from "./pack-with-ncc.ts";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "swarm-bundle-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Bundles a program as `scripts/build.ts` does, runs it alone, and answers with what it printed. */
async function runBundled(sources: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, code] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  await keepReached(join(folder, "index.ts"), join(folder, "reached"));
  await packWithNcc(join(folder, "reached/index.js"), join(folder, "packed"));
  const program = join(folder, "packed/index.js");
  return execFileSync(process.execPath, [program], { encoding: "utf8", timeout: 60_000 });
}

const colours = {
  "colours/package.json": '{ "name": "colours", "sideEffects": false }',
  "colours/index.ts": 'export { red } from "./red.ts";\nexport { blue } from "./blue.ts";\n',
  "colours/red.ts": 'export const red = (): string => "red";\n',
  "colours/blue.ts": 'export const blue = (): string => "blue";\n',
};
const entry =
  'import { red } from "./colours/index.ts";\n' +
  'const { show } = await import("./show.ts");\n' +
  "console.log(red(), await show());\n";

test("a file loaded by an entry that awaits it may await a package of which the entry has a part", async () => {
  const show =
    "export async function show(): Promise<string> {\n" +
    '  const { blue } = await import("./colours/index.ts");\n' +
    "  return blue();\n}\n";
  expect(await runBundled({ ...colours, "index.ts": entry, "show.ts": show })).toBe("red blue\n");
});

test("a file loaded by an entry that awaits it may import what the entry imports", async () => {
  const show = 'import { red } from "./colours/red.ts";\nexport const show = async () => red();\n';
  expect(await runBundled({ ...colours, "index.ts": entry, "show.ts": show })).toBe("red red\n");
});

test.each([
  ["imports", 'import { shade } from "./index.ts";\nexport const show = () => shade;\n'],
  ["loads", 'export const show = async () => (await import("./index.ts")).shade;\n'],
])("a file that %s the entry which awaits it is refused, and both are named", async (_, show) => {
  const shade = 'export const shade = "dark";\n';
  const bundled = runBundled({ ...colours, "index.ts": shade + entry, "show.ts": show });
  await expect(bundled).rejects.toThrow(
    /show\.ts is loaded while .*index\.ts awaits it, .*exit code 13\. Move what both need out of .*index\.ts/,
  );
});
