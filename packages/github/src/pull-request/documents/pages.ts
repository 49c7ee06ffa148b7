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

/** A further page of a review thread's comments. @param after the variable that holds the cursor */
export function threadPageFields(after: string): string {
  return /* GraphQL */ `
    ... on PullRequestReviewThread {
      page: comments(first: 100, after: ${after}) {
        ${pageFields}
        nodes {
          ${commentFields}
        }
      }
    }
  `;
}
