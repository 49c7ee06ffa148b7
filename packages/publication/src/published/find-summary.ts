import type { Conversation, ExistingComment } from "../conversation.ts";
import { checkKey, readHiddenLines } from "../markers/hidden-line.ts";
import { isTrusted } from "../trust.ts";

/**
 * The one sticky comment, over all comments whoever the author is: a review may go by another token
 * today. Outsiders can forge a marker, so theirs is never taken; our own goes before others, older ones
 * before newer ones. Should there be several, the rest stay as they are.
 * @throws CodedError `publication/malformed-key`
 */
export function findSummary(
  { comments }: Pick<Conversation, "comments">,
  key: string,
): ExistingComment | null {
  const known = checkKey(key);
  const marked = comments.filter(
    ({ author, canUpdate, body }) => canUpdate && isTrusted(author) && isSummary(body, known),
  );
  return marked.find(({ author }) => author.isSelf) ?? marked[0] ?? null;
}

function isSummary(body: string, key: string): boolean {
  return readHiddenLines(body).some(
    ({ name, parameters }) => name === "summary" && parameters.join(" ") === key,
  );
}
