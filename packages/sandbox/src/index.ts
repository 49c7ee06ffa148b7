export type { Exchange } from "./kernel/exchange.ts";
export { renderPullRequestPage } from "./pages/render-pull-request-page.ts";
export {
  beginJob,
  type JobConclusion,
  type JobOptions,
  type RunningJob,
} from "./runner/begin-job.ts";
export {
  type Dispatch,
  issueCommentEvent,
  type PullRequestAction,
  pullRequestEvent,
  workflowDispatchEvent,
  workflowRunEvent,
} from "./runner/events.ts";
export { type ActionRun, type ActionRunOptions, runAction } from "./runner/run-action.ts";
export type { StepAnnotation } from "./runner/step-log.ts";
export type { TriggerEvent } from "./runner/trigger.ts";
export type { Sandbox, SandboxOptions } from "./sandbox.ts";
export { defaultSeed } from "./seed/default-seed.ts";
export { type SeedInput, seedSchema } from "./seed/schema.ts";
export { startSandbox } from "./start-sandbox.ts";
export type {
  CheckRun,
  IssueComment,
  PullRequest,
  Repository,
  Review,
  ReviewThread,
} from "./state/model.ts";
