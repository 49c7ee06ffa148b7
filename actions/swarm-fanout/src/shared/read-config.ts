import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type ActionEnvironment, readEvent } from "@swarm-actions/action-kit";
import type { Config } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";

/** Where settings are when nobody says otherwise. */
export const usualPath = ".github/swarm.yml";

/** Bytes; people write it by hand. */
const limit = 1024 * 1024;

/**
 * The settings, or the defaults where there are none. On a pull request they are those of its base: who
 * asks for a change does not say who looks at it, nor where keys are sent.
 * @param given their path; null: the usual one
 * @throws CodedError `git/unknown-ref`, `swarm/invalid-config`, YamlError
 */
export async function readConfig(
  environment: ActionEnvironment,
  given: string | null,
): Promise<Config> {
  const path = given ?? usualPath;
  const { defaultConfig, parseConfig } = await import("@swarm-actions/config");
  const event = readEvent(environment);
  const isAsked = event.name === "pull_request";
  const text = isAsked
    ? await readAt(environment, event.baseSha, path)
    : await readHere(environment, path);
  return text === null ? defaultConfig : parseConfig(text, path);
}

async function readAt({ workspace }: ActionEnvironment, base: string, path: string) {
  const { openRepository, readFileAt } = await import("@swarm-actions/git");
  try {
    return await readFileAt(await openRepository(workspace), base, path, limit);
  } catch (cause) {
    if (!(cause instanceof CodedError)) throw cause;
    throw new CodedError("swarm/no-settings", `the settings of the base: ${cause.message}`, {
      fix: "Let `actions/checkout` come before, with `fetch-depth: 0`: settings are read from the base of the pull request.",
      place: path,
      cause,
    });
  }
}

async function readHere({ workspace }: ActionEnvironment, path: string): Promise<string | null> {
  const file = join(workspace, path);
  const facts = await stat(file).catch(() => null);
  if (facts === null) return null;
  if (facts.isFile() && facts.size <= limit) return readFile(file, "utf8");
  throw new CodedError("swarm/invalid-config", "this is no file of settings", {
    fix: "Name a YAML file of less than 1 MiB with `config`.",
    place: path,
  });
}
