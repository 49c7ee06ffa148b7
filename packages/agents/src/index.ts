export { builtInAgents } from "./built-in/all.ts";
export {
  type BuiltInAgent,
  type BuiltInDefinition,
  defineBuiltIn,
  type Observation,
  type Rule,
} from "./built-in/define.ts";
