import {
  authorFields,
  commentFields,
  headChecks,
  pageFields,
  reviewFields,
  threadFields,
} from "./fragments.ts";

/** All that a publication is planned from, in one request. */
export const conversationDocument = /* GraphQL */ `
  query Conversation($owner: String!, $name: String!, $number: Int!, $checkName: String, $withChecks: Boolean!, $configPath: String!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        id
        title
        body
        state
        isDraft
        changedFiles
        headRefOid
        headRefName
        headRepository {
          nameWithOwner
        }
        isCrossRepository
        baseRefOid
        baseRefName
        ${authorFields}
        labels(first: 100) {
          nodes {
            name
          }
        }
        baseRef {
          target {
            oid
            ... on Commit {
              file(path: $configPath) {
                object {
                  ... on Blob {
                    text
                    isBinary
                    isTruncated
                  }
                }
              }
            }
          }
        }
        ${headChecks}
        comments(first: 100) {
          ${pageFields}
          nodes {
            ${commentFields}
          }
        }
        reviewThreads(first: 100) {
          ${pageFields}
          nodes {
            ${threadFields}
          }
        }
        reviews(first: 100) {
          ${pageFields}
          nodes {
            ${reviewFields}
          }
        }
      }
    }
  }
`;
