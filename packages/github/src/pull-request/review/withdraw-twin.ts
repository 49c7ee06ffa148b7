import type { GitHubClient } from "../../client.ts";
import { type Change, mutationDocument } from "../../graphql/mutation-document.ts";
import { markerOf } from "../marker.ts";
import { nameOf } from "../place.ts";
import type { MadeReview, Part } from "../published.ts";
import type { OwnReview } from "./own-review.ts";
import { type ReviewComment, readReviewComments } from "./read-review-comments.ts";
import type { ReviewTarget } from "./review-target.ts";

/** How a run stands to one beside it that wrote a review of the same commit. */
type Standing = "alone" | "first" | "second";

/**
 * Two runs wrote a review of one commit at the same moment: the older one stays, and what the other said
 * again is taken back.
 * @param reviews the newest, as they stood after ours was written
 * @throws GitHubError
 */
export async function withdrawTwin(
  client: GitHubClient,
  target: ReviewTarget,
  made: Part<MadeReview>,
  reviews: readonly OwnReview[],
): Promise<Standing> {
  if (made.status !== "written" && made.status !== "found") return "alone";
  const own = reviews.find(({ fullDatabaseId }) => Number(fullDatabaseId) === made.value.id);
  if (own === undefined) return "alone";
  const twins = twinsOf(own, reviews);
  const older = twins.filter(({ fullDatabaseId }) => Number(fullDatabaseId) < made.value.id);
  const [first] = older;
  if (first === undefined) return twins.length === 0 ? "alone" : "first";
  const comments = await readReviewComments(client, [own.id, ...older.map(({ id }) => id)]);
  const said = new Set(comments.filter(({ review }) => review !== own.id).map(markOf));
  const mine = comments.filter(({ review }) => review === own.id);
  const doubled = mine.filter((comment) => said.has(markOf(comment)));
  if (doubled.length === 0) return "alone";
  const isAll = doubled.length === mine.length;
  const changes = [...doubled.map(toDeletion), ...(isAll ? hide(own, first) : [])];
  await withdraw(client, target, changes, own.id, new Set(doubled.map(({ id }) => id)));
  return "second";
}

/** Other reviews of the same kind on the same commit, oldest first. */
function twinsOf(own: OwnReview, reviews: readonly OwnReview[]): OwnReview[] {
  const kind = kindOf(own);
  const twins = reviews.filter(
    (review) =>
      review.viewerDidAuthor &&
      review.state !== "PENDING" &&
      review.id !== own.id &&
      review.commit?.oid === own.commit?.oid &&
      kind !== null &&
      kindOf(review) === kind,
  );
  return twins.toSorted((a, b) => Number(a.fullDatabaseId) - Number(b.fullDatabaseId));
}

/** Its marker without what it says: which review it is, and of which commit. */
function kindOf({ body }: OwnReview): string | null {
  return markerOf(body)?.split(" ").slice(0, 4).join(" ") ?? null;
}

/** What it stands for; without a marker, what it says. */
function markOf({ body }: ReviewComment): string {
  return markerOf(body) ?? body;
}

const done = "clientMutationId";

function toDeletion({ id }: ReviewComment, index: number): Change {
  const mutation = "deletePullRequestReviewComment";
  return { alias: `d${index}`, mutation, input: { id }, answer: done };
}

/** A review that was submitted cannot be deleted. */
function hide({ id }: OwnReview, { url }: OwnReview): readonly Change[] {
  const body = `A run at the same time said the same in [its review](${url}).`;
  return [
    {
      alias: "refer",
      mutation: "updatePullRequestReview",
      input: { pullRequestReviewId: id, body },
      answer: done,
    },
    {
      alias: "hide",
      mutation: "minimizeComment",
      input: { subjectId: id, classifier: "DUPLICATE" },
      answer: done,
    },
  ];
}

async function withdraw(
  client: GitHubClient,
  target: ReviewTarget,
  changes: readonly Change[],
  review: string,
  comments: ReadonlySet<string>,
): Promise<void> {
  const { document, variables } = mutationDocument("WithdrawTwin", changes);
  await client.write({
    action: "withdraw a review that was written twice",
    target: nameOf(target),
    send: (sender) => sender.graphql<unknown>(document, variables),
    find: async (reader) => {
      const left = await readReviewComments(reader, [review]);
      return left.some(({ id }) => comments.has(id)) ? null : true;
    },
  });
}
