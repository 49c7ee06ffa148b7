/** What will be written on a pull request, as data: `dry-run` prints it, the gate reads it, `github` carries it out. */

export type DiffSide = "LEFT" | "RIGHT";

/** A comment on lines. `startLine` is null for one line. */
export interface LineComment {
  readonly path: string;
  readonly side: DiffSide;
  readonly line: number;
  readonly startLine: number | null;
  readonly body: string;
}

export interface FileComment {
  readonly path: string;
  readonly body: string;
}

/** One review, pinned to the head commit; it never approves. */
export interface ReviewPlan {
  readonly commitSha: string;
  readonly body: string;
  readonly lines: readonly LineComment[];
  readonly files: readonly FileComment[];
}

/** The one sticky comment. */
export type SummaryPlan =
  | { readonly kind: "create"; readonly body: string }
  | { readonly kind: "update"; readonly id: number; readonly nodeId: string; readonly body: string }
  /** It says this already. */
  | { readonly kind: "keep"; readonly id: number };

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

export interface CheckPlan {
  readonly name: string;
  readonly headSha: string;
  /** Tells this review's check from another's, and a rerun from a new result. */
  readonly externalId: string;
  readonly conclusion: "success" | "failure" | "neutral" | "action_required";
  readonly title: string;
  readonly summary: string;
  /** Any number; they are sent fifty at a time. */
  readonly annotations: readonly CheckAnnotation[];
  /** The check to bring up to date, or null for a new one. */
  readonly updates: number | null;
}

export interface ThreadPlan {
  readonly nodeId: string;
  /** For the log: which finding is gone. */
  readonly reason: string;
}

/** Null or empty wherever nothing has to be written. */
export interface PublicationPlan {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
  readonly pullRequestNodeId: string;
  readonly review: ReviewPlan | null;
  readonly summary: SummaryPlan;
  readonly check: CheckPlan | null;
  readonly resolve: readonly ThreadPlan[];
}
