import { pendingFields } from "../review/pending-review.ts";
import { commentFields, headChecks, threadFields } from "./fragments.ts";

/** What may have changed while the review ran. */
export const headDocument = /* GraphQL */ `
  query Head($owner: String!, $name: String!, $number: Int!, $checkName: String, $withChecks: Boolean! = true) {
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
        ${headChecks}
        comments(last: 50) {
          nodes {
            ${commentFields}
          }
        }
        reviewThreads(last: 50) {
          nodes {
            ${threadFields}
          }
        }
      }
    }
  }
`;
