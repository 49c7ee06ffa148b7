export {
  type BuiltInAgent,
  type BuiltInDefinition,
  defineBuiltIn,
  type Observation,
  type Rule,
} from "./built-in/define.ts";
