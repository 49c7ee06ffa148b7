import type { ReviewPlan } from "@swarm-actions/publication";
import type { Sender } from "../../client.ts";
import { memberOf } from "../../failure/answer-parts.ts";
import { GitHubError } from "../../failure/github-error.ts";
import { sendChanges } from "../../graphql/send-changes.ts";
import { nameOf } from "../place.ts";
import type { Made } from "../published.ts";
import { type Comment, piecesDocument } from "./pieces-document.ts";
import type { ReviewTarget } from "./review-target.ts";

export interface SentReview {
  readonly review: Made & { readonly nodeId: string };
  readonly refused: readonly Comment[];
  /** Whether the review has the text of its plan. */
  readonly hasBody: boolean;
}

/** GitHub carries mutations out one after the other, and gives a document ten seconds. */
const mostAtOnce = 30;

/** @throws GitHubError when there is no review in the end */
export async function sendPieces(
  sender: Sender,
  target: ReviewTarget,
  { commitSha, body, lines, files }: ReviewPlan,
): Promise<SentReview> {
  const comments: readonly Comment[] = [...lines, ...files];
  const refused: Comment[] = [];
  let hasBody = false;
  for (let from = 0; ; from += mostAtOnce) {
    const some = comments.slice(from, from + mostAtOnce);
    const isLast = from + mostAtOnce >= comments.length;
    const begin = from === 0 ? { commitSha, body } : null;
    const pieces = { pullRequestId: target.pullRequestNodeId, begin, comments: some, isLast };
    const answers = await sendChanges(sender, piecesDocument(pieces));
    if (begin !== null) hasBody = madeOf(answers.of("begin")) !== null;
    refused.push(...some.filter((_, index) => isRefused(answers.of(`c${index}`))));
    const review = madeOf(answers.of("submit"));
    if (review !== null) return { review, refused, hasBody };
    if (isLast || !hasBody) throw answers.error ?? noReview(target);
  }
}

/** GitHub answers some places it does not take with a thread that is null, and no error. */
function isRefused(answer: unknown): boolean {
  const thread = memberOf(answer, "thread");
  return thread === undefined || thread === null;
}

function madeOf(answer: unknown): SentReview["review"] | null {
  const review = memberOf(answer, "pullRequestReview");
  const [nodeId, id, url] = ["id", "fullDatabaseId", "url"].map((key) => memberOf(review, key));
  return typeof nodeId === "string" ? { nodeId, id: Number(id), url: String(url) } : null;
}

function noReview(target: ReviewTarget): GitHubError {
  return new GitHubError("github/graphql", "GitHub took the review without making one", {
    fault: "platform",
    fix: "Run again.",
    place: nameOf(target),
    status: 200,
  });
}
