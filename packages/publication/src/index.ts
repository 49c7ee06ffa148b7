export { checkIdOf, findOwnChecks } from "./check/own-check.ts";
export type {
  Author,
  Conversation,
  ExistingCheck,
  ExistingComment,
  ExistingReview,
  ExistingThread,
  PullRequestFacts,
} from "./conversation.ts";
export { describePlan } from "./describe-plan.ts";
export type { DraftText, PublicationDraft } from "./draft.ts";
export {
  type HandOver,
  type RecordedPanel,
  recordPanel,
  replayPanel,
} from "./hand-over/hand-over.ts";
export { readHandOver } from "./hand-over/read-hand-over.ts";
export { writeHandOver } from "./hand-over/write-hand-over.ts";
export { type SilencedReview, silence } from "./ignored/silence.ts";
export type { IgnoredFinding, PublicationInput, PublicationSettings } from "./input.ts";
export { writeHiddenLine } from "./markers/hidden-line.ts";
export { isEmpty, outgoingOf, withTexts } from "./outgoing.ts";
export type {
  CheckAnnotation,
  CheckPlan,
  DiffSide,
  FileComment,
  LineComment,
  PublicationPlan,
  ReviewPlan,
  SummaryPlan,
  ThreadPlan,
} from "./plan.ts";
export { planPublication } from "./plan-publication.ts";
export { explainFinding } from "./published/explain-finding.ts";
export { type FoundFinding, findFinding } from "./published/find-finding.ts";
export { findSummary } from "./published/find-summary.ts";
export type { PublishedFinding } from "./published/published-finding.ts";
export { type PublishedReview, readPublished } from "./published/read-published.ts";
export { commandList } from "./summary/commands.ts";
export { outcomesAtMerge } from "./threads/outcomes-at-merge.ts";
export { type FindingOutcome, outcomesOf } from "./threads/outcomes-of.ts";
