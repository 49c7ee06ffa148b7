/** What the sandbox remembers. Plain mutable records; `operations/` changes them, `rest/` and `graphql/` show them. */

export type RepositoryRole = "read" | "triage" | "write" | "maintain" | "admin";
export type Access = "read" | "write";

export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Bot" | "Organization";
  readonly name: string | null;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: User;
  /** The public half, as PEM; its private half signs the App's JWTs. */
  readonly publicKey: string;
  /** The bot that acts for it, `slug[bot]`. */
  readonly bot: User;
}

export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: User;
  readonly permissions: Readonly<Record<string, Access>>;
  /** Ids, or all of the account's. */
  readonly repositories: readonly number[] | "all";
}

/** Requests left of a limit, and when it is full again (epoch milliseconds). */
export interface RateWindow {
  readonly limit: number;
  used: number;
  resetAt: number;
}

/** A credential. `user` tokens may do what their user may; the others what their permissions say. */
export interface Token {
  readonly value: string;
  readonly kind: "user" | "installation" | "job";
  readonly actor: User;
  readonly app: App | null;
  /** By the names of a workflow's `permissions`, with `_`: `pull_requests`; null: not limited. */
  readonly permissions: Readonly<Record<string, Access>> | null;
  readonly repositories: readonly number[] | "all";
  /** Epoch milliseconds; null: never. */
  readonly expiresAt: number | null;
  readonly rest: RateWindow;
  readonly graphql: RateWindow;
}

export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export const reactionContents = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes",
] as const;
export type ReactionContent = (typeof reactionContents)[number];

export interface Reaction {
  readonly id: number;
  readonly user: User;
  readonly content: ReactionContent;
  readonly createdAt: Date;
}

export interface IssueComment {
  readonly kind: "issue-comment";
  readonly id: number;
  readonly issue: Issue;
  readonly author: User;
  /** The App through which it was written. */
  readonly app: App | null;
  body: string;
  readonly createdAt: Date;
  updatedAt: Date;
  readonly reactions: Reaction[];
  /** Why it is hidden, in GitHub's words (`outdated`); absent when it is not. */
  minimizedReason?: string;
}

/** An issue, and the half of a pull request that is one. */
export interface Issue {
  readonly kind: "issue";
  readonly id: number;
  readonly repository: Repository;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: User;
  state: "open" | "closed";
  labels: Label[];
  assignees: User[];
  locked: boolean;
  readonly comments: IssueComment[];
  readonly reactions: Reaction[];
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  pullRequest: PullRequest | null;
}

export interface PullRequest {
  readonly kind: "pull-request";
  readonly id: number;
  readonly issue: Issue;
  /** Where it goes. Its repository is the issue's. */
  base: { ref: string; sha: string };
  /** Where it comes from; null repository once a fork was deleted. */
  head: { readonly repository: Repository | null; readonly ref: string; sha: string };
  draft: boolean;
  merged: { readonly at: Date; readonly by: User; readonly sha: string } | null;
  readonly reviews: Review[];
  readonly threads: ReviewThread[];
}

export type ReviewState = "PENDING" | "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "DISMISSED";

export interface Review {
  readonly kind: "review";
  readonly id: number;
  readonly pullRequest: PullRequest;
  readonly author: User;
  state: ReviewState;
  body: string;
  readonly commitSha: string;
  submittedAt: Date | null;
  /** Why it is hidden, in GitHub's words (`outdated`); absent when it is not. */
  minimizedReason?: string;
}

export type DiffSide = "LEFT" | "RIGHT";

/** Comments on one place of a pull request. */
export interface ReviewThread {
  readonly kind: "review-thread";
  readonly id: number;
  readonly pullRequest: PullRequest;
  readonly path: string;
  readonly subjectType: "LINE" | "FILE";
  readonly side: DiffSide;
  readonly startSide: DiffSide | null;
  /** In the current diff; null once outdated, and for a whole file. */
  line: number | null;
  startLine: number | null;
  readonly originalLine: number | null;
  readonly originalStartLine: number | null;
  /** Lines from the file's first `@@`, later headers counted; null once outdated, and for a whole file. */
  position: number | null;
  readonly originalPosition: number | null;
  /** The last commit of the pull request whose diff shows the line. */
  commitSha: string;
  isOutdated: boolean;
  resolvedBy: User | null;
  readonly comments: ReviewComment[];
}

export interface ReviewComment {
  readonly kind: "review-comment";
  readonly id: number;
  readonly thread: ReviewThread;
  readonly review: Review;
  readonly author: User;
  body: string;
  /** The hunk it stands on, up to its line, as GitHub shows it. */
  readonly diffHunk: string;
  readonly commitSha: string;
  readonly inReplyTo: ReviewComment | null;
  readonly createdAt: Date;
  updatedAt: Date;
  readonly reactions: Reaction[];
  /** Why it is hidden, in GitHub's words (`outdated`); absent when it is not. */
  minimizedReason?: string;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number | null;
  readonly endColumn: number | null;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string | null;
  readonly message: string;
  readonly rawDetails: string | null;
}

export interface CheckSuite {
  readonly kind: "check-suite";
  readonly id: number;
  readonly repository: Repository;
  readonly headSha: string;
  readonly app: App;
  readonly createdAt: Date;
  readonly runs: CheckRun[];
}

export interface CheckRun {
  readonly kind: "check-run";
  readonly id: number;
  readonly suite: CheckSuite;
  name: string;
  externalId: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  detailsUrl: string | null;
  startedAt: Date | null;
  completedAt: Date | null;
  output: { title: string | null; summary: string | null; text: string | null };
  readonly annotations: CheckAnnotation[];
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: User;
  readonly createdAt: Date;
}

export interface WorkflowRun {
  readonly kind: "workflow-run";
  readonly id: number;
  readonly repository: Repository;
  readonly name: string;
  /** `.github/workflows/….yml`. */
  readonly path: string;
  readonly event: string;
  readonly number: number;
  attempt: number;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: Repository;
  readonly actor: User;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  /** Empty for forks, as on GitHub. */
  readonly pullRequests: readonly PullRequest[];
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface Artifact {
  readonly kind: "artifact";
  readonly id: number;
  readonly run: WorkflowRun;
  /** The backend id of the job that made it. */
  readonly jobId: string;
  /** Of the run, when it was made. */
  readonly attempt: number;
  readonly name: string;
  /** `application/zip`, unless it is one file as it was. */
  readonly mediaType: string;
  /** A name without content is burnt: reserved, and never listed. */
  content: Buffer | null;
  digest: string | null;
  readonly createdAt: Date;
  expiresAt: Date;
}

export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  content: Buffer | null;
  readonly createdAt: Date;
  lastUsedAt: Date;
}

export interface Webhook {
  readonly id: number;
  readonly url: string;
  readonly secret: string | null;
  /** Names of events, or `*`. */
  readonly events: readonly string[];
  readonly active: boolean;
}

export interface Repository {
  readonly kind: "repository";
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  readonly description: string | null;
  readonly private: boolean;
  readonly archived: boolean;
  /** The one that GitHub would make out of its files. */
  readonly language: string | null;
  readonly topics: readonly string[];
  /** The organisation's own properties, by name. */
  readonly properties: ReadonlyMap<string, string | readonly string[]>;
  defaultBranch: string;
  readonly parent: Repository | null;
  /** A bare repository of real git. */
  readonly gitDirectory: string;
  /** By lowercase login. The owner is always admin. */
  readonly collaborators: Map<string, RepositoryRole>;
  readonly labels: Label[];
  readonly issues: Map<number, Issue>;
  readonly checkSuites: CheckSuite[];
  readonly statuses: CommitStatus[];
  readonly workflowRuns: WorkflowRun[];
  readonly artifacts: Artifact[];
  readonly caches: CacheEntry[];
  readonly webhooks: Webhook[];
  readonly createdAt: Date;
  pushedAt: Date;
}
