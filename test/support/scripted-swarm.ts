import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ActJob } from "./act-log.ts";
import type { ReleaseTree } from "./release-tree.ts";

/** What the actions of a scripted swarm say, for a workflow that gives it as JSON for `config`. */
export interface SwarmScript {
  /** Outputs of `plan`, on their own and for each group. */
  readonly plan: Readonly<Record<string, string>>;
  /** Outputs of `collect`, by its group and epoch: `-0`, `1-0`. */
  readonly collect: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What one of them was given. */
export interface Given {
  readonly part: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Names of the variables that hold a secret. */
  readonly secrets: readonly string[];
}

const project = fileURLToPath(new URL("../..", import.meta.url));
const parts = ["plan", "work", "collect"] as const;

/** The workflows of a release with actions that only tell what they were given, and say what the script says. */
export function createScriptedSwarm(): ReleaseTree {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "swarm-scripted-")));
  const workflows = join(directory, ".github/workflows");
  mkdirSync(workflows, { recursive: true });
  for (const name of readdirSync(join(project, ".github/workflows")))
    if (name.startsWith("swarm"))
      cpSync(join(project, ".github/workflows", name), join(workflows, name));
  mkdirSync(join(directory, "swarm-fanout/dist"), { recursive: true });
  writeFileSync(join(directory, "swarm-fanout/dist/package.json"), '{"type":"module"}');
  for (const part of parts) {
    const own = join(directory, "swarm-fanout", part);
    cpSync(join(project, "actions/swarm-fanout", part, "action.yml"), join(own, "action.yml"));
    const program = `const part = ${JSON.stringify(part)};\n${says}`;
    writeFileSync(join(directory, "swarm-fanout/dist", `${part}.js`), program);
  }
  return {
    directory,
    [Symbol.dispose]: () => rmSync(directory, { recursive: true, force: true }),
  };
}

const says = `
import { appendFileSync } from "node:fs";
const inputs = {};
const secrets = [];
for (const [name, value] of Object.entries(process.env)) {
  if (name.startsWith("INPUT_") && name !== "INPUT_TOKEN") inputs[name.slice(6).toLowerCase()] = value;
  if (/^secret-/.test(value)) secrets.push(name);
}
console.log("given " + JSON.stringify({ part, inputs, secrets }));
// The plan of a group is fetched, and given nothing else.
const fetched = { plan: { matrix: '{"worker":[0,1,2]}', "has-work": "true" } };
const script = inputs.config.startsWith("{") ? JSON.parse(inputs.config) : fetched;
const outputs = part === "plan" ? script.plan : part === "collect" ? script.collect[inputs.group + "-" + inputs.epoch] : {};
for (const [name, value] of Object.entries(outputs ?? {}))
  appendFileSync(process.env.GITHUB_OUTPUT, name + "=" + value + "\\n");
if (script.dies?.includes(part + "-" + (inputs.worker ?? "") + "-" + (inputs.epoch ?? ""))) process.kill(process.pid, "SIGKILL");
`;

/** What the actions of some jobs were given, in the order in which the jobs began. */
export function givenTo(jobs: readonly ActJob[], id: string): readonly Given[] {
  return jobs
    .filter((job) => job.id === id)
    .flatMap(({ log }) => [...log.matchAll(/^given (.*)$/gm)])
    .map(([, json = ""]): Given => JSON.parse(json));
}
