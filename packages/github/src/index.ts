export type { AuditSink } from "./audit/audit-sink.ts";
export { createFileAuditSink } from "./audit/file-sink.ts";
export { createActionsCacheStore } from "./cache/actions-cache-store.ts";
export type { EtagStore } from "./cache/etag-store.ts";
export type {
  ApiUsage,
  DataOf,
  GitHubClient,
  ParametersOf,
  QueryOptions,
  ReadRoute,
  Route,
  Sender,
  Write,
  Written,
} from "./client.ts";
export type { Clock, Credentials, GitHubClientOptions } from "./client-options.ts";
export { createClient } from "./create-client.ts";
export { GitHubError } from "./failure/github-error.ts";
export { applyPublication, type LastLook } from "./pull-request/apply-publication.ts";
export type { PullRequestPlace } from "./pull-request/place.ts";
export type {
  Made,
  MadeReview,
  Part,
  Published,
  ResolvedThread,
} from "./pull-request/published.ts";
export { type CommentPlace, type Reaction, react } from "./pull-request/react.ts";
export {
  type ConversationRequest,
  readConversation,
} from "./pull-request/read-conversation.ts";
export { type DiffAnswer, type DiffRequest, readDiff } from "./pull-request/read-diff.ts";
export { type HeadFacts, readHead } from "./pull-request/read-head.ts";
export {
  type Permission,
  type PermissionRequest,
  readPermission,
} from "./pull-request/read-permission.ts";
export { replyToComment } from "./pull-request/reply-to-comment.ts";
export type { PendingReview } from "./pull-request/review/pending-review.ts";
export {
  findPullRequestsOfRun,
  type RunPlace,
  readWorkflowRun,
  type WorkflowRunFacts,
} from "./pull-request/workflow-run.ts";
export {
  type ListedRepository,
  listRepositories,
  type RepositoriesRequest,
} from "./repositories/list-repositories.ts";
