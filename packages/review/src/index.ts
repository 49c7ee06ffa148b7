export type { Agent, AgentAnswer, Correction, SkippedHunk, Usage } from "./agent.ts";
export type { Change, ChangedFile } from "./change.ts";
export type { CommentPlan, Demotion } from "./comment-plan/model.ts";
export type {
  ChangeKind,
  ContentKind,
  Diff,
  DiffLine,
  FileDiff,
  Hunk,
  LineKind,
  Side,
} from "./diff/model.ts";
export { type DiffOptions, parseDiff } from "./diff/parse.ts";
export {
  createPositionMap,
  type LineRange,
  type NoPosition,
  type Position,
  type PositionMap,
} from "./diff/position-map.ts";
export type { Prefixes } from "./diff/prefixes.ts";
export {
  type Category,
  categories,
  type Finding,
  type Place,
  type Remark,
  type Severity,
  type Suggestion,
  severities,
} from "./finding/model.ts";
export { type SignedRemarks, signRemarks } from "./finding/sign.ts";
export { decodeState } from "./incremental/decode-state.ts";
export { fingerprintHunks } from "./incremental/fingerprint-hunks.ts";
export { encodeState, type FittedState, fitState } from "./incremental/fit-state.ts";
export type { RefusedState, ReviewState } from "./incremental/model.ts";
export { answeredMember, heaviest, memberIdentity, mergedMember } from "./member-schema.ts";
export { mergeFindings } from "./merge/merge-findings.ts";
export type { Voter } from "./merge/voter.ts";
export { failsThreshold } from "./outcome/fails-threshold.ts";
export type { Panel, PanelMember } from "./panel.ts";
export type {
  AgentReport,
  CoverageEntry,
  CoverageLedger,
  HunkCoverage,
  Outcome,
  OutcomeCode,
  OutcomeReason,
  PanelFinding,
  ReviewResult,
  Standing,
  Votes,
} from "./result.ts";
export { type ReviewRequest, reviewChange } from "./review-change.ts";
export type { RuleDoc, RuleExample } from "./rule.ts";
export { type CarriedHunks, carriedHunks, reviewedBefore } from "./scope/carried-hunks.ts";
export { pathMatcher } from "./scope/match-globs.ts";
export { defaultReviewSettings, type ReviewSettings, type RuleSetting } from "./settings.ts";
export type { ReviewTask, TaskFile } from "./task.ts";
