import type { HeadFacts } from "@swarm-actions/github";
import type {
  Conversation,
  ExistingCheck,
  ExistingComment,
  ExistingThread,
} from "@swarm-actions/publication";

/** Why a finished review must not be written any more, as a sentence; null when it may. */
export function reasonSuperseded({ pullRequest }: Conversation, head: HeadFacts): string | null {
  if (head.headSha !== pullRequest.headSha) {
    return "The pull request got another commit while this one was reviewed; the run for that commit writes.";
  }
  if (head.state !== "open") return `The pull request was ${head.state} while it was reviewed.`;
  return null;
}

/** The conversation with what was said and done meanwhile; the same object when that is nothing. */
export function withNewest(conversation: Conversation, head: HeadFacts): Conversation {
  const comments = newOf(conversation.comments, head.newestComments, ({ id }) => id, sameComment);
  const threads = newOf(conversation.threads, head.newestThreads, (one) => one.nodeId, sameThread);
  const checks = newOf(conversation.checks, head.checks, ({ id }) => id, sameCheck);
  if (comments === null && threads === null && checks === null) return conversation;
  return {
    ...conversation,
    comments: (comments ?? conversation.comments).toSorted((a, b) => a.id - b.id),
    threads: threads ?? conversation.threads,
    checks: checks ?? conversation.checks,
  };
}

/** Whether what is new shows another run that writes just now: threads, or words of our own. */
export function hasRunBeside(before: Conversation, now: Conversation): boolean {
  if (now.threads !== before.threads) return true;
  const known = new Set(before.comments.map(({ id, body }) => `${id} ${body}`));
  return now.comments.some(({ id, body, author }) => author.isSelf && !known.has(`${id} ${body}`));
}

/** Those that were known, with the newest in their places or after them; null when nothing is new. */
function newOf<One>(
  known: readonly One[],
  newest: readonly One[],
  idOf: (one: One) => string | number,
  isSame: (before: One, now: One) => boolean,
): readonly One[] | null {
  const all = new Map(known.map((one) => [idOf(one), one]));
  const news = newest.filter((one) => {
    const before = all.get(idOf(one));
    return before === undefined || !isSame(before, one);
  });
  for (const one of news) all.set(idOf(one), one);
  return news.length === 0 ? null : [...all.values()];
}

function sameComment(before: ExistingComment, now: ExistingComment): boolean {
  return before.body === now.body;
}

/** An answer in a thread decides whether it may be resolved. */
function sameThread(before: ExistingThread, now: ExistingThread): boolean {
  return before.isResolved === now.isResolved && before.comments.length === now.comments.length;
}

function sameCheck(before: ExistingCheck, now: ExistingCheck): boolean {
  return before.externalId === now.externalId && before.conclusion === now.conclusion;
}
