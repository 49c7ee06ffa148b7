/**
 * What will be written on a pull request, as data: `dry-run` prints it, `github` carries it out. `Body` is
 * the type of every text in it: in a draft, text and hidden parts that the gate has yet to pass; in a plan,
 * the string to write. So nothing that has not been through the gate can be carried out.
 */

export type DiffSide = "LEFT" | "RIGHT";

/** A comment on lines. `startLine` is null for one line. */
export interface LineComment<Body = string> {
  readonly path: string;
  readonly side: DiffSide;
  readonly line: number;
  readonly startLine: number | null;
  readonly body: Body;
}

export interface FileComment<Body = string> {
  readonly path: string;
  readonly body: Body;
}

/** One review, pinned to the head commit; it never approves. */
export interface ReviewPlan<Body = string> {
  readonly commitSha: string;
  readonly body: Body;
  readonly lines: readonly LineComment<Body>[];
  readonly files: readonly FileComment<Body>[];
}

/** The one sticky comment. */
export type SummaryPlan<Body = string> =
  | { readonly kind: "create"; readonly body: Body }
  | { readonly kind: "update"; readonly id: number; readonly nodeId: string; readonly body: Body }
  /** It says this already. */
  | { readonly kind: "keep"; readonly id: number };

export interface CheckAnnotation<Body = string> {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: Body;
  readonly message: Body;
}

export interface CheckPlan<Body = string> {
  readonly name: string;
  readonly headSha: string;
  /** Tells this review's check from another's, and a rerun from a new result. */
  readonly externalId: string;
  readonly conclusion: "success" | "failure" | "neutral" | "action_required";
  readonly title: Body;
  readonly summary: Body;
  /** Any number; they are sent fifty at a time. */
  readonly annotations: readonly CheckAnnotation<Body>[];
  /** The check to bring up to date, or null for a new one. */
  readonly updates: number | null;
}

export interface ThreadPlan {
  readonly nodeId: string;
  /** For the log: which finding is gone. */
  readonly reason: string;
}

/** Null or empty wherever nothing has to be written. */
export interface PublicationPlan<Body = string> {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
  readonly pullRequestNodeId: string;
  readonly review: ReviewPlan<Body> | null;
  readonly summary: SummaryPlan<Body>;
  readonly check: CheckPlan<Body> | null;
  readonly resolve: readonly ThreadPlan[];
}
