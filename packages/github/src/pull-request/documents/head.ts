import { commentFields } from "./fragments.ts";

/** What may have changed while the review ran. */
export const headDocument = /* GraphQL */ `
  query Head($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        headRefOid
        state
        isDraft
        comments(last: 50) {
          nodes {
            ${commentFields}
          }
        }
      }
    }
  }
`;
