export type {
  Author,
  Conversation,
  ExistingCheck,
  ExistingComment,
  ExistingReview,
  ExistingThread,
  PullRequestFacts,
} from "./conversation.ts";
export type { DraftText, PublicationDraft } from "./draft.ts";
export type { IgnoredFinding, PublicationInput, PublicationSettings } from "./input.ts";
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
