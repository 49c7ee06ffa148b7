import { relative, resolve } from "node:path";
import { loadYaml, YamlError } from "@swarm-actions/core";
import { defaultSeed, type SeedInput, seedSchema } from "@swarm-actions/sandbox";
import { readText } from "../read-text.ts";

/** The seed in a file, or the default one. @throws CodedError naming file, line and column */
export async function readSeed(file: string | undefined, directory: string): Promise<SeedInput> {
  if (file === undefined) return defaultSeed;
  const path = resolve(directory, file);
  const text = await readText(path, "--seed");
  try {
    return loadYaml(text, relative(directory, path) || path, seedSchema);
  } catch (thrown) {
    throw thrown instanceof YamlError ? withFixForSeeds(thrown, file) : thrown;
  }
}

/** Other schemas than the configuration's are described elsewhere. */
function withFixForSeeds({ problems }: YamlError, file: string): YamlError {
  const fix = "Compare with the seed that `swarm-actions sandbox --help` shows.";
  const mended = problems.map((one) => (one.fix.includes("config schema") ? { ...one, fix } : one));
  return new YamlError(file, mended);
}
