export { type AssembledAgents, assembleAgents } from "./assemble-agents.ts";
export { type Config, defaultConfig } from "./config.ts";
export { configJsonSchema, parseConfig } from "./on-demand.ts";
export { starterConfig } from "./starter-config.ts";
