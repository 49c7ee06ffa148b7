/** Where a pull request is, and what was already said on it: all that a publication is planned from. */

export interface Author {
  readonly login: string;
  readonly isBot: boolean;
  /** The token that reads is the one that wrote. */
  readonly isSelf: boolean;
  /** GitHub's word for how the author stands to the repository: `OWNER`, `MEMBER`, `NONE` … */
  readonly association: string;
}

export interface ExistingComment {
  /** The REST id. */
  readonly id: number;
  readonly nodeId: string;
  readonly author: Author;
  readonly body: string;
  /** Whether the token may edit it. */
  readonly canUpdate: boolean;
}

export interface ExistingThread {
  readonly nodeId: string;
  readonly path: string;
  /** Null once outdated, or for a whole file. */
  readonly line: number | null;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  /** Whether the token may resolve it. */
  readonly canResolve: boolean;
  /** First the one that opened it. All of them, or at least the first and every author's kind. */
  readonly comments: readonly ExistingComment[];
}

export interface ExistingReview {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Author;
  readonly state: string;
  readonly commitSha: string;
  readonly body: string;
}

export interface ExistingCheck {
  readonly id: number;
  readonly name: string;
  readonly externalId: string;
  readonly status: string;
  readonly conclusion: string | null;
}

/** A pull request as it stands. */
export interface PullRequestFacts {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
  readonly nodeId: string;
  readonly title: string;
  readonly body: string;
  readonly author: Author;
  readonly state: "open" | "closed" | "merged";
  readonly isDraft: boolean;
  readonly headSha: string;
  readonly headRef: string;
  /** `owner/name`; null once the fork is gone. */
  readonly headRepository: string | null;
  readonly isFork: boolean;
  /** The tip of the base branch. */
  readonly baseSha: string;
  readonly baseRef: string;
  readonly changedFiles: number;
  readonly labels: readonly string[];
}

/** Everything that one read of a pull request brings. */
export interface Conversation {
  readonly pullRequest: PullRequestFacts;
  /** Over all pages, oldest first. */
  readonly comments: readonly ExistingComment[];
  readonly threads: readonly ExistingThread[];
  /** Those by the token itself. */
  readonly reviews: readonly ExistingReview[];
  /** Of the head commit, with the name of our check. */
  readonly checks: readonly ExistingCheck[];
  /** `.github/swarm.yml` at the tip of the base branch; null when there is none. */
  readonly configText: string | null;
}
