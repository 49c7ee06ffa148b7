export { type ActionEnvironment, harmlessVariables } from "./environment.ts";
export { readDefaultBranch } from "./event/default-branch.ts";
export type { ActionEvent } from "./event/event.ts";
export { readEvent } from "./event/read-event.ts";
export {
  choice,
  countOrAuto,
  decimal,
  flag,
  type Input,
  identifier,
  list,
  optionalChoice,
  secret,
  text,
  wholeNumber,
  word,
} from "./inputs/input.ts";
export type { ValuesOf } from "./inputs/read-inputs.ts";
export { createKit, type Kit } from "./kit.ts";
export { type Conclusion, runAction } from "./run-action.ts";
export type { Annotation, Message, Runner } from "./runner/runner.ts";
export { startAction } from "./start-action.ts";
export type { JobSummary } from "./summary/job-summary.ts";
export type { Stage } from "./summary/timeline.ts";
