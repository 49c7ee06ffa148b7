import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A JavaScript action in a folder of its own, gone at the end of its scope. */
export interface ActionProgram extends Disposable {
  readonly directory: string;
}

const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));

const prelude = `
import { appendFileSync } from "node:fs";
const output = (name, value) =>
  appendFileSync(process.env.GITHUB_OUTPUT, name + "=" + JSON.stringify(value) + "\\n");
`;

/**
 * Writes an action whose program is `source`: a module that may import the packages of this workspace's
 * root, and call `output(name, value)`, which writes the value as JSON.
 * @param inputs lines of `action.yml` below `inputs:`, each `name: { default: … }`
 */
export function createActionProgram(source: string, inputs: readonly string[] = []): ActionProgram {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "swarm-action-")));
  const manifest = ["name: Test", "inputs:", ...inputs.map((input) => `  ${input}`)];
  const runs = "runs: { using: node24, main: dist/index.mjs }";
  mkdirSync(join(directory, "dist"));
  symlinkSync(packages, join(directory, "node_modules"));
  writeFileSync(join(directory, "action.yml"), [...manifest, runs, ""].join("\n"));
  writeFileSync(join(directory, "dist/index.mjs"), `${prelude}\n${source}\n`);
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}
