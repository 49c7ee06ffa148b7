import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { configJsonSchema, starterConfig } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import { openRepository } from "@swarm-actions/git";
import { Command } from "commander";
import { directoryOf } from "../directory.ts";
import { print } from "../print.ts";
import { findConfig, readConfig } from "./find-config.ts";

export function configCommand(): Command {
  const config = new Command("config").description("Check, describe or begin .github/swarm.yml.");
  config
    .command("check")
    .description(
      "Say whether the configuration is sound, with file, line and column of each fault.",
    )
    .option("--config <file>", "another file than .github/swarm.yml")
    .action(check);
  config
    .command("schema")
    .description("Print the JSON Schema of the configuration, for editors.")
    .action(async () => print(`${JSON.stringify(await configJsonSchema(), null, 2)}\n`));
  config
    .command("init")
    .description("Write .github/swarm.yml with every usual setting as a comment.")
    .action(init);
  return config;
}

async function check(options: { config?: string }, command: Command): Promise<void> {
  const directory = directoryOf(command);
  const top = options.config === undefined ? await topOf(directory) : null;
  const file = findConfig(directory, top, options.config);
  if (file === null) {
    return print(
      "No .github/swarm.yml here; the defaults are in force. `config init` writes one.\n",
    );
  }
  await readConfig(directory, file);
  await print(`${relative(directory, file) || file} is sound.\n`);
}

async function init(_options: unknown, command: Command): Promise<void> {
  const directory = directoryOf(command);
  const { top } = await openRepository(directory);
  const file = join(top, ".github/swarm.yml");
  const schema = join(top, ".github/swarm.schema.json");
  const taken = [file, schema].find((path) => existsSync(path));
  if (taken !== undefined) {
    throw new CodedError("config/exists", "this file exists and was left as it is", {
      fix: "Edit it; `config check` proves it. Or delete it and run `config init` again.",
      place: relative(directory, taken) || taken,
    });
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(schema, `${JSON.stringify(await configJsonSchema(), null, 2)}\n`, { flag: "wx" });
  await writeFile(file, starterConfig, { flag: "wx" });
  await print(`Wrote ${relative(directory, file)} and ${relative(directory, schema)}.\n`);
}

async function topOf(directory: string): Promise<string> {
  return (await openRepository(directory)).top;
}
