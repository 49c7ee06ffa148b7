/** What is asked of reviews to know our own again. */
export const ownReviewFields = /* GraphQL */ `
  id
  fullDatabaseId
  url
  state
  body
  viewerDidAuthor
  commit {
    oid
  }
`;

export interface OwnReview {
  readonly id: string;
  readonly fullDatabaseId: string | number | null;
  readonly url: string;
  readonly state: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly commit: { readonly oid: string } | null;
}
