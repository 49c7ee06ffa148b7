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
 * root, and call `output(name, value)`, which writes the value as JSON. Its input `token` is the job's.
 */
export function createActionProgram(source: string): ActionProgram {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "swarm-action-")));
  writeActionProgram(directory, source);
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The same, in a folder of the caller's, which is made. */
export function writeActionProgram(directory: string, source: string): void {
  mkdirSync(join(directory, "dist"), { recursive: true });
  symlinkSync(packages, join(directory, "node_modules"));
  writeFileSync(join(directory, "action.yml"), manifest);
  writeFileSync(join(directory, "dist/index.mjs"), `${prelude}\n${source}\n`);
}

const manifest = `
name: Test
description: A program of a test
inputs:
  token:
    description: The job's token
    default: \${{ github.token }}
runs:
  using: node24
  main: dist/index.mjs
`;
