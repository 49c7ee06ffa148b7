import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CodedError, loadYaml } from "@swarm-actions/core";
import { z } from "zod";

const input = z.looseObject({
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  required: z.boolean().optional(),
  deprecationMessage: z.string().optional(),
});

const schema = z.looseObject({
  inputs: z.record(z.string(), input).optional(),
  runs: z.looseObject({ using: z.string(), main: z.string().optional() }),
});

/** What a runner needs of a JavaScript action's `action.yml`. */
export interface ActionManifest {
  /** By name, with the default as it is written; an input without one is empty. */
  readonly inputs: ReadonlyMap<string, string>;
  /** By name, what is said to whoever still gives it. */
  readonly deprecated: ReadonlyMap<string, string>;
  /** The program, absolute. */
  readonly main: string;
}

/** Reads `action.yml`. @throws CodedError when it is not the manifest of a JavaScript action */
export async function readActionManifest(directory: string): Promise<ActionManifest> {
  const file = join(directory, "action.yml");
  const { inputs = {}, runs } = loadYaml(await readFile(file, "utf8"), file, schema);
  const { main } = runs;
  if (main === undefined || !runs.using.startsWith("node")) throw noJavaScript(file, runs.using);
  const entries = Object.entries(inputs);
  return {
    inputs: new Map(entries.map(([name, { default: value = "" }]) => [name, String(value)])),
    deprecated: new Map(
      entries.flatMap(([name, { deprecationMessage: message }]) =>
        message === undefined ? [] : [[name, message] as const],
      ),
    ),
    main: join(directory, main),
  };
}

function noJavaScript(file: string, using: string): CodedError {
  return new CodedError("sandbox/not-a-node-action", `this action runs with \`${using}\``, {
    fix: "Run an action whose `runs.using` is a Node and which names its `main`.",
    place: file,
  });
}
