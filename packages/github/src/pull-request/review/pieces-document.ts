import type { FileComment, LineComment } from "@swarm-actions/publication";
import {
  type Change,
  type MutationDocument,
  mutationDocument,
} from "../../graphql/mutation-document.ts";

export type Comment = LineComment | FileComment;

/** What one document of the review does. */
export interface Pieces {
  readonly pullRequestId: string;
  /** Begins the review, or null when it was begun. */
  readonly begin: { readonly commitSha: string; readonly body: string } | null;
  readonly comments: readonly Comment[];
  /** Whether it is submitted then. */
  readonly isLast: boolean;
}

const made = "pullRequestReview { id fullDatabaseId url }";

/** The comments are fields `c0`, `c1` …, so that each is taken or refused by itself. */
export function piecesDocument(pieces: Pieces): MutationDocument {
  const { pullRequestId, begin, comments, isLast } = pieces;
  const changes: Change[] = comments.map((comment, index) => ({
    alias: `c${index}`,
    mutation: "addPullRequestReviewThread",
    input: { pullRequestId, ...inputOf(comment) },
    answer: "thread { id }",
  }));
  if (begin !== null) {
    const input = { pullRequestId, commitOID: begin.commitSha, body: begin.body };
    changes.unshift({ alias: "begin", mutation: "addPullRequestReview", input, answer: made });
  }
  if (isLast) {
    const input = { pullRequestId, event: "COMMENT" };
    changes.push({ alias: "submit", mutation: "submitPullRequestReview", input, answer: made });
  }
  return mutationDocument("WriteReview", changes);
}

function inputOf(comment: Comment): object {
  const { path, body } = comment;
  if (!("line" in comment)) return { path, body, subjectType: "FILE" };
  const { side, line, startLine } = comment;
  const place = { path, body, line, side };
  return startLine === null ? place : { ...place, startLine, startSide: side };
}
