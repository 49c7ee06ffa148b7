import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { standIns } from "./act-stand-in-programs.ts";

/** An action of others at one commit, by the repository that act would fetch. */
export interface ForeignAction {
  readonly name: string;
  readonly ref: string;
}

const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));

/**
 * Those that a workflow, or a reusable one of the release, uses. act prepares every one of them, also
 * where its step is left out.
 * @throws Error for one without a stand-in, which act would look for on the network
 */
export function foreignActions(workflow: string, releaseTree: string): readonly ForeignAction[] {
  const files = [workflow, ...workflowsIn(join(releaseTree, ".github/workflows"))];
  const found = new Map<string, ForeignAction>();
  for (const file of files) {
    for (const [, name = "", path = "", ref = ""] of readFileSync(file, "utf8").matchAll(uses)) {
      if (name === "org/swarm-actions") continue;
      if (!standIns.has(`${name}${path}`)) throw new Error(`${name}${path} has no stand-in`);
      found.set(`${name}@${ref}`, { name, ref });
    }
  }
  return [...found.values()];
}

const uses = /^\s*(?:- )?uses: ([\w-]+\/[\w.-]+)((?:\/[\w.-]+)*)@(\S+)/gm;

function workflowsIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Writes all of them below a folder, each where its name says. */
export function writeStandIns(top: string): void {
  for (const [name, { inputs, outputs = [], program }] of standIns) {
    const directory = join(top, name);
    mkdirSync(directory, { recursive: true });
    symlinkSync(packages, join(directory, "node_modules"));
    const declared = Object.entries(inputs).map(([input, value]) => [input, { default: value }]);
    const manifest = {
      name,
      description: `Stands in for ${name}`,
      inputs: Object.fromEntries(declared),
      outputs: Object.fromEntries(outputs.map((output) => [output, { description: output }])),
      runs: { using: "node24", main: "index.mjs" },
    };
    // JSON is YAML, too.
    writeFileSync(join(directory, "action.yml"), JSON.stringify(manifest));
    writeFileSync(join(directory, "index.mjs"), program);
  }
}
