import type { FileComment, LineComment } from "@swarm-actions/publication";

/** Something that now stands on GitHub. */
export interface Made {
  /** The REST id. */
  readonly id: number;
  /** Its page. */
  readonly url: string;
}

/** What became of one part of the plan. `found`: an earlier attempt, whose answer was lost, had done it. */
export type Part<T = Made> =
  | { readonly status: "written" | "found"; readonly value: T }
  | { readonly status: "dry-run" }
  /** The plan asked for nothing here. */
  | { readonly status: "none" };

export interface MadeReview extends Made {
  /** Comments GitHub would not take on their place; they stand in the review's body instead. */
  readonly moved: readonly (LineComment | FileComment)[];
}

export interface ResolvedThread {
  readonly nodeId: string;
  readonly status: "written" | "found" | "dry-run" | "refused";
  /** GitHub's words when it refused, else null. */
  readonly message: string | null;
}

/** What a plan became. */
export interface Published {
  readonly review: Part<MadeReview>;
  readonly summary: Part;
  readonly check: Part;
  readonly threads: readonly ResolvedThread[];
}
