import type {
  Issue,
  IssueComment,
  PullRequest,
  Review,
  ReviewComment,
  ReviewThread,
} from "../../state/model.ts";
import type { GraphqlContext } from "../context.ts";
import { unresolved } from "../fault.ts";
import { findNode } from "../find-node.ts";

/** What mutations are about, by its kind. */
interface Subjects {
  readonly issue: Issue;
  readonly "pull-request": PullRequest;
  readonly "issue-comment": IssueComment;
  readonly review: Review;
  readonly "review-thread": ReviewThread;
  readonly "review-comment": ReviewComment;
}

/** What an id in the input names. @throws GraphqlFault NOT_FOUND when it is not of these kinds */
export async function subjectOf<Kind extends keyof Subjects>(
  context: GraphqlContext,
  id: unknown,
  ...kinds: readonly Kind[]
): Promise<Subjects[Kind]> {
  const found = await findNode(context, String(id));
  const kind = typeof found === "object" && found !== null && "kind" in found ? found.kind : null;
  if (kinds.some((one) => one === kind)) return found as Subjects[Kind];
  throw unresolved(`a node with the global id of '${String(id)}'.`);
}
