import type { PendingAnswer } from "./review/pending-review.ts";

/** What GitHub answers to the documents of this folder. */

export interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

export interface AuthoredAnswer {
  /** Null once the account is gone. */
  readonly author: { readonly __typename: string; readonly login: string } | null;
  readonly authorAssociation: string;
  readonly viewerDidAuthor: boolean;
}

export interface CommentAnswer extends AuthoredAnswer {
  readonly id: string;
  readonly fullDatabaseId: string | number | null;
  readonly body: string;
  readonly viewerCanUpdate: boolean;
}

export interface ReviewAnswer extends AuthoredAnswer {
  readonly id: string;
  readonly fullDatabaseId: string | number | null;
  readonly state: string;
  readonly body: string;
  readonly commit: { readonly oid: string } | null;
}

export interface ThreadAnswer {
  readonly id: string;
  readonly path: string;
  readonly line: number | null;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  readonly viewerCanResolve: boolean;
  readonly comments: Page<CommentAnswer>;
}

export interface CheckAnswer {
  readonly databaseId: number;
  readonly name: string;
  readonly externalId: string | null;
  readonly status: string;
  readonly conclusion: string | null;
}

interface BlobAnswer {
  readonly text?: string | null;
  readonly isBinary?: boolean | null;
  readonly isTruncated?: boolean;
}

export interface PullRequestAnswer extends AuthoredAnswer {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly isDraft: boolean;
  readonly changedFiles: number;
  readonly headRefOid: string;
  readonly headRefName: string;
  readonly headRepository: { readonly nameWithOwner: string } | null;
  readonly isCrossRepository: boolean;
  readonly baseRefOid: string;
  readonly baseRefName: string;
  readonly labels: { readonly nodes: readonly { readonly name: string }[] } | null;
  /** Null once the branch is gone. */
  readonly baseRef: {
    readonly target: {
      readonly oid: string;
      readonly file?: { readonly object: BlobAnswer | null } | null;
    } | null;
  } | null;
  readonly commits: { readonly nodes: readonly { readonly commit: HeadCommitAnswer }[] };
  readonly comments: Page<CommentAnswer>;
  readonly reviewThreads: Page<ThreadAnswer>;
  readonly reviews: Page<ReviewAnswer> | null;
}

interface HeadCommitAnswer {
  readonly oid: string;
  readonly checkSuites: {
    readonly nodes: readonly {
      readonly checkRuns: { readonly nodes: readonly CheckAnswer[] } | null;
    }[];
  } | null;
}

export interface ConversationAnswer {
  readonly repository: { readonly pullRequest: PullRequestAnswer };
}

export interface HeadAnswer {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly state: "OPEN" | "CLOSED" | "MERGED";
      readonly isDraft: boolean;
      readonly commits: PullRequestAnswer["commits"];
      readonly comments: { readonly nodes: readonly CommentAnswer[] };
      readonly reviewThreads: { readonly nodes: readonly ThreadAnswer[] };
      readonly pending: { readonly nodes: readonly PendingAnswer[] } | null;
    };
  };
}
