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
