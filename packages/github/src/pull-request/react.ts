import type { GitHubClient, ParametersOf, Written } from "../client.ts";
import type { RepositoryPlace } from "./place.ts";

export type Reaction =
  ParametersOf<"POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions">["content"];

export interface CommentPlace extends RepositoryPlace {
  /** The REST id of a comment on an issue or a pull request. */
  readonly comment: number;
}

/** Reacts to a comment. Done twice it is one reaction still. @throws GitHubError */
export function react(
  client: GitHubClient,
  { owner, repository, comment }: CommentPlace,
  content: Reaction,
): Promise<Written<number>> {
  return client.write({
    action: "react",
    target: `${owner}/${repository} comment ${comment}`,
    send: async (sender) => {
      const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
      const sent = { owner, repo: repository, comment_id: comment, content };
      return Number((await sender.rest(route, sent)).id);
    },
    // GitHub answers a repeated reaction with the one that is there, so that repeating finds it.
    find: async () => null,
  });
}
