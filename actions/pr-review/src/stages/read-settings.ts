import { type Config, defaultConfig, parseConfig } from "@swarm-actions/config";
import type { Conversation } from "@swarm-actions/publication";
import type { ReviewInputs } from "../inputs.ts";

/**
 * The settings at the tip of the base branch, never the pull request's own; without any, the defaults.
 * @throws YamlError that names the branch, file, line and column
 */
export async function readSettings(
  { configText, pullRequest }: Conversation,
  { configPath, failOn }: ReviewInputs,
): Promise<Config> {
  const place = `${configPath} (on ${pullRequest.baseRef})`;
  const config = configText === null ? defaultConfig : await parseConfig(configText, place);
  return failOn === null ? config : { ...config, failOn };
}
