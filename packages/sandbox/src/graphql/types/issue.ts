import { instantOrNull } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import type { Issue, IssueComment, PullRequest } from "../../state/model.ts";
import { connection } from "../connection.ts";
import { type Fields, recordOf } from "../fields.ts";
import { labelOf } from "../sources.ts";
import { conversationPage } from "./address.ts";
import { reactable } from "./reactable.ts";
import { dated, written } from "./written.ts";

/** What an issue and a pull request have in common. */
export function conversation<Source extends Issue | PullRequest>(
  issueOf: (source: Source) => Issue,
): Fields<Source> {
  return {
    ...reactable<Source>(),
    ...written<Source>((source, root) => conversationPage(root, issueOf(source))),
    number: (source) => issueOf(source).number,
    title: (source) => issueOf(source).title,
    body: (source) => issueOf(source).body ?? "",
    locked: (source) => issueOf(source).locked,
    closed: (source) => issueOf(source).state === "closed",
    closedAt: (source) => instantOrNull(issueOf(source).closedAt),
    labels: connection((source) => {
      const { labels, repository } = issueOf(source);
      return labels.map((label) => labelOf(repository, label));
    }),
    assignees: connection((source) => issueOf(source).assignees),
    comments: connection<Source, IssueComment>(
      (source, args) => inOrder(issueOf(source).comments, recordOf(args, "orderBy")),
      { args: ["orderBy"] },
    ),
  };
}

function inOrder(
  comments: readonly IssueComment[],
  order: Readonly<Record<string, unknown>>,
): readonly IssueComment[] {
  if (order.field === undefined) return comments;
  const sign = order.direction === "DESC" ? -1 : 1;
  return comments.toSorted(
    (one, other) => sign * (one.updatedAt.getTime() - other.updatedAt.getTime()),
  );
}

export const issueFields: Fields<Issue> = {
  ...conversation<Issue>((issue) => issue),
  ...dated<Issue>(),
  id: ({ id }) => nodeId("Issue", id),
  state: ({ state }) => state.toUpperCase(),
};
