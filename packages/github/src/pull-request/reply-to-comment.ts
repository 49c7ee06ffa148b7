import type { GitHubClient, Written } from "../client.ts";
import { bodiesEqual } from "./bodies-equal.ts";
import { nameOf, type PullRequestPlace } from "./place.ts";
import type { Made } from "./published.ts";
import { readHead } from "./read-head.ts";

/** Answers a comment on the pull request with one of ours. @throws GitHubError */
export function replyToComment(
  client: GitHubClient,
  place: PullRequestPlace,
  body: string,
): Promise<Written<Pick<Made, "id">>> {
  const { owner, repository: repo, number: issue_number } = place;
  return client.write({
    action: "reply to comment",
    target: nameOf(place),
    send: async (sender) => {
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { id } = await sender.rest(route, { owner, repo, issue_number, body });
      return { id: Number(id) };
    },
    find: async (reader) => {
      const { newestComments } = await readHead(reader, place);
      const ours = newestComments.findLast(
        ({ author, body: there }) => author.isSelf && bodiesEqual(there, body),
      );
      return ours === undefined ? null : { id: ours.id };
    },
  });
}
