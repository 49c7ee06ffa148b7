import type {
  CommitStatus,
  Issue,
  IssueComment,
  Label,
  PullRequest,
  Reaction,
  Repository,
  Review,
  ReviewComment,
  User,
} from "../state/model.ts";

/** What resolvers are handed where the state's own records do not say whose they are. */
export interface GitObject {
  readonly kind: "commit" | "tree" | "blob";
  readonly repository: Repository;
  readonly sha: string;
}

export interface GitRef {
  readonly kind: "ref";
  readonly repository: Repository;
  /** In full: `refs/heads/main`. */
  readonly name: string;
  readonly sha: string;
}

export interface LabelOf {
  readonly kind: "label";
  readonly id: number;
  readonly repository: Repository;
  readonly label: Label;
}

export interface StatusOf {
  readonly kind: "status";
  readonly id: number;
  readonly repository: Repository;
  readonly status: CommitStatus;
}

export type Reactable = Issue | PullRequest | IssueComment | ReviewComment;

export interface ReactionOf {
  readonly kind: "reaction";
  readonly id: number;
  readonly subject: Reactable;
  readonly reaction: Reaction;
}

/** Whoever asks. GitHub shows an App's bot as a user here, under its whole login. */
export interface Viewer {
  readonly kind: "viewer";
  readonly user: User;
}

export interface PullRequestCommit {
  readonly kind: "pull-request-commit";
  readonly pullRequest: PullRequest;
  readonly commit: GitObject;
}

export function labelOf(repository: Repository, label: Label): LabelOf {
  return { kind: "label", id: label.id, repository, label };
}

export function commitOf(repository: Repository, sha: string): GitObject {
  return { kind: "commit", repository, sha };
}

/** Of whatever belongs to a conversation. */
export function issueOf(source: Reactable | Review): Issue {
  switch (source.kind) {
    case "issue":
      return source;
    case "pull-request":
    case "issue-comment":
      return source.issue;
    case "review":
      return source.pullRequest.issue;
    case "review-comment":
      return source.thread.pullRequest.issue;
  }
}
