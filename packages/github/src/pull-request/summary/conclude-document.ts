import {
  type Change,
  type MutationDocument,
  mutationDocument,
} from "../../graphql/mutation-document.ts";
import { ownReviewFields } from "../review/own-review.ts";

/** What is still to be done about the summary. */
export type SummaryStep =
  | { readonly kind: "create"; readonly body: string }
  | { readonly kind: "update"; readonly nodeId: string; readonly body: string };

export const commentAnswer = "id fullDatabaseId url";
/** In which a run beside this one shows. */
export const newestReviews = `reviews(last: 20) { nodes { ${ownReviewFields} } }`;

/** With the newest comments, in which a run beside this one would show. */
const createAnswer = `
  commentEdge { node { ${commentAnswer} } }
  subject {
    ... on PullRequest {
      comments(last: 50) { nodes { ${commentAnswer} body viewerDidAuthor } }
      ${newestReviews}
    }
  }
`;

/** The summary as `summary`, and the threads to resolve as `t0`, `t1` …, in one document. */
export function concludeDocument(
  subjectId: string,
  step: SummaryStep | null,
  threads: readonly string[],
): MutationDocument {
  const resolving = threads.map((threadId, index) => ({
    alias: `t${index}`,
    mutation: "resolveReviewThread",
    input: { threadId },
    answer: "thread { isResolved }",
  }));
  const summary = step === null ? [] : [summaryChange(subjectId, step)];
  return mutationDocument("Conclude", [...summary, ...resolving]);
}

function summaryChange(subjectId: string, step: SummaryStep): Change {
  const alias = "summary";
  if (step.kind === "create") {
    const input = { subjectId, body: step.body };
    return { alias, mutation: "addComment", input, answer: createAnswer };
  }
  const input = { id: step.nodeId, body: step.body };
  const answer = `issueComment { ${commentAnswer} pullRequest { ${newestReviews} } }`;
  return { alias, mutation: "updateIssueComment", input, answer };
}
