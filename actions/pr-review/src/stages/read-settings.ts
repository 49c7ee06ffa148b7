import { type Config, defaultConfig, parseConfig } from "@swarm-actions/config";
import type { Conversation } from "@swarm-actions/publication";
import type { Job } from "../job.ts";

/**
 * Settles how the run goes on by the settings at the tip of the base branch, never the pull request's own; without any, the defaults.
 * @throws YamlError that names the branch, file, line and column
 */
export async function readSettings(
  { host, inputs }: Job,
  { configText, pullRequest }: Conversation,
): Promise<Config> {
  const { configPath, failOn } = inputs;
  const place = `${configPath} (on ${pullRequest.baseRef})`;
  const config = configText === null ? defaultConfig : await parseConfig(configText, place);
  host.limit(config.github);
  return failOn === null ? config : { ...config, failOn };
}
