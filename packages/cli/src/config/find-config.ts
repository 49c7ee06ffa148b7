import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Config, defaultConfig, parseConfig } from "@swarm-actions/config";
import { readText } from "../read-text.ts";

const usualPlaces = [".github/swarm.yml", ".github/swarm.yaml"];

/** The configuration's path: the one given, else the usual place below `top`, else null. */
export function findConfig(
  directory: string,
  top: string | null,
  given: string | undefined,
): string | null {
  if (given !== undefined) return resolve(directory, given);
  const places = top === null ? [] : usualPlaces.map((place) => join(top, place));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Reads a configuration; without one, the defaults. @throws YamlError, CodedError */
export async function readConfig(directory: string, file: string | null): Promise<Config> {
  if (file === null) return defaultConfig;
  return parseConfig(await readText(file, "--config"), relative(directory, file) || file);
}
