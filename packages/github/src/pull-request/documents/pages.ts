import { commentFields, pageFields, reviewFields, threadFields } from "./fragments.ts";

/** What a pull request may hold more than a hundred of. */
export type LongList = "comments" | "reviewThreads" | "reviews";

const fieldsOf: Readonly<Record<LongList, string>> = {
  comments: commentFields,
  reviewThreads: threadFields,
  reviews: reviewFields,
};

/** A further page of one list of a pull request. */
export function pageDocument(list: LongList): string {
  return /* GraphQL */ `
    query Page($id: ID!, $after: String!) {
      node(id: $id) {
        ... on PullRequest {
          page: ${list}(first: 100, after: $after) {
            ${pageFields}
            nodes {
              ${fieldsOf[list]}
            }
          }
        }
      }
    }
  `;
}

/** Further comments of one review thread. */
export const threadPageDocument = /* GraphQL */ `
  query ThreadPage($id: ID!, $after: String!) {
    node(id: $id) {
      ... on PullRequestReviewThread {
        page: comments(first: 100, after: $after) {
          ${pageFields}
          nodes {
            ${commentFields}
          }
        }
      }
    }
  }
`;
