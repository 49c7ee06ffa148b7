import { associationOf } from "../../operations/association.ts";
import { instant } from "../../present/instant.ts";
import type { Issue, IssueComment, PullRequest, Review, ReviewComment } from "../../state/model.ts";
import type { Fields } from "../fields.ts";
import { issueOf } from "../sources.ts";
import { pathOf } from "./address.ts";

/** Anything that somebody wrote on a conversation. */
type Written = Issue | PullRequest | IssueComment | Review | ReviewComment;

/** What all of them have in common; `address` is the page, or the place on it. */
export function written<Source extends Written>(
  address: (source: Source, url: string) => string,
): Fields<Source> {
  const url: Fields<Source>[string] = (source, _args, { world }) => address(source, world.url);
  return {
    author: (source) => authorOf(source),
    authorAssociation: (source) => associationOf(issueOf(source).repository, authorOf(source)),
    viewerDidAuthor: (source, _args, { token }) => authorOf(source).id === token.actor.id,
    repository: (source) => issueOf(source).repository,
    fullDatabaseId: ({ id }) => String(id),
    databaseId: ({ id }) => id,
    createdViaEmail: () => false,
    url,
    resourcePath: (source, _args, { world }) => pathOf(world, address(source, world.url)),
  };
}

/** Of what keeps the times of its making and its last change. */
export function dated<
  Source extends { readonly createdAt: Date; readonly updatedAt: Date },
>(): Fields<Source> {
  return {
    createdAt: ({ createdAt }) => instant(createdAt),
    publishedAt: ({ createdAt }) => instant(createdAt),
    updatedAt: ({ updatedAt }) => instant(updatedAt),
  };
}

function authorOf(source: Written) {
  return source.kind === "pull-request" ? source.issue.author : source.author;
}
