import type { ExistingThread } from "@swarm-actions/publication";
import type { GitHubClient } from "../client.ts";
import { batchQuery } from "../graphql/batch-query.ts";
import type { CommentAnswer, Page, ThreadAnswer } from "./answers.ts";
import { threadPageFields } from "./documents/pages.ts";
import { toComment } from "./present.ts";
import { cursorAfter } from "./rest-of.ts";

/** A thread of which there is more. */
interface Unread {
  readonly id: string;
  readonly after: string;
}

/** A hundred comments each. */
const threadsInRequest = 25;

/**
 * Threads with all their comments. Asks only for those that did not come with them, for many threads in
 * one request.
 * @throws GitHubError
 */
export async function readThreads(
  client: GitHubClient,
  answers: readonly ThreadAnswer[],
): Promise<readonly ExistingThread[]> {
  const comments = new Map(answers.map(({ id, comments }) => [id, [...comments.nodes]]));
  let unread = answers.flatMap(({ id, comments }) => unreadOf(id, comments));
  while (unread.length > 0) {
    const pages = await readPages(client, unread);
    for (const { id, page } of pages) comments.get(id)?.push(...page.nodes);
    unread = pages.flatMap(({ id, page }) => unreadOf(id, page));
  }
  return answers.map((answer) => toThread(answer, comments.get(answer.id) ?? []));
}

function unreadOf(id: string, page: Page<unknown>): Unread[] {
  const after = cursorAfter(page);
  return after === null ? [] : [{ id, after }];
}

/** The next page of each; a thread that was deleted meanwhile has none. */
async function readPages(client: GitHubClient, unread: readonly Unread[]) {
  const found = await batchQuery<Unread, { readonly page: Page<CommentAnswer> }>(client, {
    items: unread,
    field: (_, index) => `node(id: $id${index}) { ${threadPageFields(`$after${index}`)} }`,
    values: ({ id, after }, index) => ({
      [`id${index}`]: { type: "ID!", value: id },
      [`after${index}`]: { type: "String!", value: after },
    }),
    size: threadsInRequest,
  });
  return unread.flatMap(({ id }, index) => {
    const page = found[index]?.page;
    return page === undefined ? [] : [{ id, page }];
  });
}

function toThread(answer: ThreadAnswer, comments: readonly CommentAnswer[]): ExistingThread {
  const { id, path, line, isResolved, isOutdated, viewerCanResolve: canResolve } = answer;
  const all = comments.map(toComment);
  return { nodeId: id, path, line, isResolved, isOutdated, canResolve, comments: all };
}
