export { type AssembledAgents, assembleAgents } from "./assemble-agents.ts";
export { type Config, defaultConfig, type GitHubConfig, type PublishConfig } from "./config.ts";
export { configJsonSchema, parseConfig } from "./on-demand.ts";
export { type PanelNames, panelNames } from "./panel-names.ts";
export {
  type AskedReview,
  builtInRules,
  type PreparedReview,
  prepareReview,
} from "./prepare-review.ts";
export { starterConfig } from "./starter-config.ts";
