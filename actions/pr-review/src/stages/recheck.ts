import type { HeadFacts } from "@swarm-actions/github";
import type { Conversation, ExistingComment } from "@swarm-actions/publication";

/** Why a finished review must not be written any more, as a sentence; null when it may. */
export function reasonSuperseded({ pullRequest }: Conversation, head: HeadFacts): string | null {
  if (head.headSha !== pullRequest.headSha) {
    return "The pull request got another commit while this one was reviewed; the run for that commit writes.";
  }
  if (head.state !== "open") return `The pull request was ${head.state} while it was reviewed.`;
  return null;
}

/** The conversation with what was said meanwhile; the same object when that is nothing. */
export function withNewest(
  conversation: Conversation,
  { newestComments }: HeadFacts,
): Conversation {
  const known = new Map(conversation.comments.map((comment) => [comment.id, comment]));
  const isNew = (comment: ExistingComment): boolean => known.get(comment.id)?.body !== comment.body;
  const news = newestComments.filter(isNew);
  if (news.length === 0) return conversation;
  for (const comment of news) known.set(comment.id, comment);
  return { ...conversation, comments: [...known.values()].sort((a, b) => a.id - b.id) };
}
