export { builtInAgents } from "./built-in/all.ts";
export type { BuiltInAgent } from "./built-in/define.ts";
export {
  createSecretScanner,
  type SecretRange,
  type TextScanner,
} from "./built-in/secrets/secret-scanner.ts";
export { requireProgram } from "./command/require-program.ts";
export { type ProgramEnd, runProgram } from "./command/run-program.ts";
export type { ProgramCall } from "./command/start-program.ts";
export { wordsOf } from "./command/words.ts";
export { type AgentGroup, createAgents } from "./create-agents.ts";
export { type AgentDefinition, agentDefinition } from "./definition.ts";
export type { PanelAgent, Split } from "./panel/ask-agent.ts";
export { type Breakers, createBreakers } from "./panel/breakers.ts";
export { createPanel, type PanelEvent } from "./panel/panel.ts";
export { commonOptions } from "./scope.ts";
export type { AgentSetup } from "./setup.ts";
