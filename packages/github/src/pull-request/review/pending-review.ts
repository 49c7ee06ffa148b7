import { isMarked } from "../marker.ts";

/** A review that was begun and not submitted; there is one at most. */
export interface PendingReview {
  readonly nodeId: string;
  /** Whether this program began it, rather than a person whose token this is. */
  readonly isOurs: boolean;
}

/** What is asked of reviews to find the pending one. */
export const pendingFields = /* GraphQL */ `
  id
  body
  viewerDidAuthor
  comments(first: 1) {
    nodes {
      body
    }
  }
`;

export interface PendingAnswer {
  readonly id: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly comments: { readonly nodes: readonly { readonly body: string }[] };
}

/** GitHub shows pending reviews to their author only. */
export function toPending(reviews: readonly PendingAnswer[]): PendingReview | null {
  const pending = reviews.find(({ viewerDidAuthor }) => viewerDidAuthor);
  if (pending === undefined) return null;
  const bodies = [pending.body, ...pending.comments.nodes.map(({ body }) => body)];
  return { nodeId: pending.id, isOurs: bodies.some(isMarked) };
}
