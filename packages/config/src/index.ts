export { type AssembledAgents, assembleAgents } from "./assemble-agents.ts";
export { type Config, configJsonSchema, parseConfig } from "./config.ts";
export { starterConfig } from "./starter-config.ts";
