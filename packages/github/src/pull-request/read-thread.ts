import type { ExistingThread } from "@swarm-actions/publication";
import type { GitHubClient } from "../client.ts";
import type { ThreadAnswer } from "./answers.ts";
import { threadPageDocument } from "./documents/pages.ts";
import { toComment } from "./present.ts";
import { restOf } from "./rest-of.ts";

/** A thread with all its comments; asks only for those that did not come with it. @throws GitHubError */
export async function readThread(
  client: GitHubClient,
  answer: ThreadAnswer,
): Promise<ExistingThread> {
  const { id, path, line, isResolved, isOutdated, viewerCanResolve: canResolve } = answer;
  const found = await restOf(client, threadPageDocument, id, answer.comments);
  const comments = found.map(toComment);
  return { nodeId: id, path, line, isResolved, isOutdated, canResolve, comments };
}
