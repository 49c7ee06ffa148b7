import type { Config } from "./config.ts";

// What reads a configuration weighs more than the rest of a small review, and most repositories have
// none: it is loaded when there is one.

/**
 * Reads the text of a swarm.yml; an empty text gives the defaults.
 * @throws YamlError with file, line and column of every fault
 */
export async function parseConfig(text: string, file: string): Promise<Config> {
  const parsing = await import("./parse-config.ts");
  return parsing.parseConfig(text, file);
}

/** The JSON Schema of swarm.yml, for editors. */
export async function configJsonSchema(): Promise<unknown> {
  const parsing = await import("./parse-config.ts");
  return parsing.configJsonSchema();
}
