/** What is read of everything that somebody wrote. */
export const authorFields = /* GraphQL */ `
  author {
    __typename
    login
  }
  authorAssociation
  viewerDidAuthor
`;

export const commentFields = /* GraphQL */ `
  id
  fullDatabaseId
  body
  viewerCanUpdate
  ${authorFields}
`;

export const reviewFields = /* GraphQL */ `
  id
  fullDatabaseId
  state
  body
  commit {
    oid
  }
  ${authorFields}
`;

/** Needs the variable `$checkName`. */
export const headChecks = /* GraphQL */ `
  commits(last: 1) {
    nodes {
      commit {
        oid
        checkSuites(first: 50, filterBy: { checkName: $checkName }) @include(if: $withChecks) {
          nodes {
            checkRuns(first: 20, filterBy: { checkName: $checkName }) {
              nodes {
                databaseId
                name
                externalId
                status
                conclusion
              }
            }
          }
        }
      }
    }
  }
`;

export const pageFields = /* GraphQL */ `
  pageInfo {
    hasNextPage
    endCursor
  }
`;

export const threadFields = /* GraphQL */ `
  id
  path
  line
  isResolved
  isOutdated
  viewerCanResolve
  comments(first: 30) {
    ${pageFields}
    nodes {
      ${commentFields}
    }
  }
`;
