import { assembleAgents, type PanelNames, panelNames } from "@swarm-actions/config";
import { Redactor } from "@swarm-actions/core";
import { readConfig } from "../config/find-config.ts";

/**
 * Names of the agents of the settings.
 * @param file the settings' file; null: there is none
 * @param only names to keep, a group's name standing for its members; empty: all
 * @throws CodedError `config/…`
 */
export async function panelAgents(
  directory: string,
  file: string | null,
  only: readonly string[],
): Promise<PanelNames> {
  const config = await readConfig(directory, file);
  const setup = { root: null, environment: process.env, redactor: new Redactor() };
  return panelNames(await assembleAgents(config, setup, only));
}
