import type { GitHubClient } from "../../client.ts";
import { mutationDocument } from "../../graphql/mutation-document.ts";
import { bodiesEqual } from "../bodies-equal.ts";
import { nameOf } from "../place.ts";
import type { ReviewTarget } from "../review/review-target.ts";
import { readConcluded } from "./read-concluded.ts";

/**
 * Two runs made a summary at the same moment: the older one stays, with what the later run says.
 * @throws GitHubError
 */
export async function mergeTwin(
  client: GitHubClient,
  target: ReviewTarget,
  own: string,
  older: string,
  body: string,
): Promise<void> {
  const { document, variables } = mutationDocument("MergeSummaries", [
    {
      alias: "keep",
      mutation: "updateIssueComment",
      input: { id: older, body },
      answer: "clientMutationId",
    },
    {
      alias: "remove",
      mutation: "deleteIssueComment",
      input: { id: own },
      answer: "clientMutationId",
    },
  ]);
  await client.write({
    action: "merge two summaries",
    target: nameOf(target),
    send: (sender) => sender.graphql<unknown>(document, variables),
    find: async (reader) => {
      const { comments } = await readConcluded(reader, target.pullRequestNodeId, [older], []);
      const isKept = comments.some((one) => one.id === older && bodiesEqual(one.body, body));
      const isThere = comments.some(({ id }) => id === own);
      return isKept && !isThere ? true : null;
    },
  });
}
