import type { GraphQLTypeResolver } from "graphql";
import type { GraphqlContext } from "./context.ts";

const typeNames: ReadonlyMap<unknown, string> = new Map([
  ["repository", "Repository"],
  ["issue", "Issue"],
  ["pull-request", "PullRequest"],
  ["pull-request-commit", "PullRequestCommit"],
  ["issue-comment", "IssueComment"],
  ["review", "PullRequestReview"],
  ["review-thread", "PullRequestReviewThread"],
  ["review-comment", "PullRequestReviewComment"],
  ["check-suite", "CheckSuite"],
  ["check-run", "CheckRun"],
  ["commit", "Commit"],
  ["tree", "Tree"],
  ["blob", "Blob"],
  ["ref", "Ref"],
  ["label", "Label"],
  ["status", "StatusContext"],
  ["reaction", "Reaction"],
  ["viewer", "User"],
]);

/** Which object type a value of an interface or union is. Users say it themselves. */
export const resolveType: GraphQLTypeResolver<unknown, GraphqlContext> = (
  value,
  _context,
  info,
) => {
  const record = (typeof value === "object" && value !== null ? value : {}) as {
    readonly kind?: unknown;
    readonly type?: unknown;
  };
  const name = record.kind === undefined ? record.type : typeNames.get(record.kind);
  if (typeof name !== "string") throw new Error(`A value of ${info.fieldName} has no type`);
  return name;
};
