import { CodedError } from "@swarm-actions/core";
import type { Conversation } from "@swarm-actions/publication";
import type { GitHubClient } from "../client.ts";
import type { ConversationAnswer, PullRequestAnswer } from "./answers.ts";
import { conversationDocument } from "./documents/conversation.ts";
import { pageDocument } from "./documents/pages.ts";
import { nameOf, type PullRequestPlace } from "./place.ts";
import { toChecks, toComment, toFacts, toReview } from "./present.ts";
import { readThreads } from "./read-threads.ts";
import { restOf } from "./rest-of.ts";

export interface ConversationRequest extends PullRequestPlace {
  /** The name of our check. Null: no check is asked for, since that takes a permission of its own. */
  readonly checkName: string | null;
  /** The configuration's path; it is read at the tip of the base branch, never from the head. */
  readonly configPath: string;
}

/**
 * All that was said on a pull request, in one request unless there are more than a hundred comments,
 * threads or reviews.
 * @throws GitHubError; CodedError `github/config-unreadable`
 */
export async function readConversation(
  client: GitHubClient,
  request: ConversationRequest,
): Promise<Conversation> {
  const { owner, repository, number, checkName, configPath } = request;
  const answer = await client.query<ConversationAnswer>(conversationDocument, {
    owner,
    name: repository,
    number,
    checkName,
    withChecks: checkName !== null,
    configPath,
  });
  const found = answer.repository.pullRequest;
  const { comments, reviewThreads, reviews } = await allPages(client, found);
  return {
    pullRequest: toFacts({ owner, repository, number }, found),
    comments: comments.map(toComment),
    threads: await readThreads(client, reviewThreads),
    reviews: reviews.filter(({ viewerDidAuthor }) => viewerDidAuthor).map(toReview),
    checks: toChecks(found),
    configText: configOf(found, request),
  };
}

async function allPages(client: GitHubClient, { id, ...found }: PullRequestAnswer) {
  const [comments, reviewThreads, reviews] = await Promise.all([
    restOf(client, pageDocument("comments"), id, found.comments),
    restOf(client, pageDocument("reviewThreads"), id, found.reviewThreads),
    restOf(client, pageDocument("reviews"), id, found.reviews),
  ]);
  return { comments, reviewThreads, reviews };
}

function configOf({ baseRef }: PullRequestAnswer, request: ConversationRequest): string | null {
  const entry = baseRef?.target?.file;
  if (entry === undefined || entry === null) return null;
  const { text, isBinary, isTruncated } = entry.object ?? {};
  if (typeof text === "string" && isBinary !== true && isTruncated !== true) return text;
  const what = isTruncated === true ? "is too large to be read" : "is not a text file";
  throw new CodedError("github/config-unreadable", `${request.configPath} ${what}`, {
    fix: `Put a YAML file of at most a few kilobytes at ${request.configPath} on the base branch.`,
    place: `${nameOf(request)}, ${request.configPath}`,
  });
}
