import { pendingFields } from "../review/pending-review.ts";
import { commentFields } from "./fragments.ts";

/** What may have changed while the review ran. */
export const headDocument = /* GraphQL */ `
  query Head($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        headRefOid
        state
        isDraft
        pending: reviews(first: 10, states: [PENDING]) {
          nodes {
            ${pendingFields}
          }
        }
        comments(last: 50) {
          nodes {
            ${commentFields}
          }
        }
      }
    }
  }
`;
