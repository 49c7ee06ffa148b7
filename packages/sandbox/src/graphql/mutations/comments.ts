import {
  createIssueComment,
  deleteIssueComment,
  updateIssueComment,
} from "../../operations/issue-comments.ts";
import { addReaction } from "../../operations/reactions.ts";
import { mayWrite } from "../access.ts";
import { cursorOf } from "../cursor.ts";
import { GraphqlFault, unprocessable } from "../fault.ts";
import { type Fields, textOf } from "../fields.ts";
import { issueOf, type Reactable } from "../sources.ts";
import { permissionOn } from "../types/issue-comment.ts";
import { mayMinimize } from "../types/minimizable.ts";
import { contents, groupReactions } from "../types/reactable.ts";
import { mutation } from "./mutation.ts";
import { subjectOf } from "./subject.ts";

const reactables = ["issue", "pull-request", "issue-comment", "review-comment"] as const;
const minimizables = ["issue-comment", "review", "review-comment"] as const;

export const commentMutations: Fields<unknown> = {
  addComment: mutation(async (input, context) => {
    const subject = await subjectOf(context, input.subjectId, "issue", "pull-request");
    const issue = issueOf(subject);
    mayWrite(context, issue.repository, permissionOn({ issue }), "addComment");
    const { world, token } = context;
    const node = createIssueComment(world, token, issue, textOf(input, "body") ?? "");
    return { subject, commentEdge: { node, cursor: cursorOf(node, 0) } };
  }),

  updateIssueComment: mutation(async (input, context) => {
    const comment = await subjectOf(context, input.id, "issue-comment");
    const { repository } = comment.issue;
    mayWrite(context, repository, permissionOn(comment), "updateIssueComment");
    updateIssueComment(context.world, context.token, comment, textOf(input, "body") ?? "");
    return { issueComment: comment };
  }),

  deleteIssueComment: mutation(async (input, context) => {
    const comment = await subjectOf(context, input.id, "issue-comment");
    const { repository } = comment.issue;
    mayWrite(context, repository, permissionOn(comment), "deleteIssueComment");
    deleteIssueComment(context.world, context.token, comment);
    return {};
  }),

  addReaction: mutation(async (input, context) => {
    const subject = await subjectOf(context, input.subjectId, ...reactables);
    const { repository } = issueOf(subject);
    mayWrite(context, repository, permissionToReact(subject), "addReaction");
    const content = contents.get(textOf(input, "content") ?? "");
    if (content === undefined) throw unprocessable("Content is not a reaction");
    const { reactions } = subject.kind === "pull-request" ? subject.issue : subject;
    const { reaction } = addReaction(context.world, context.token, { reactions }, content);
    return {
      subject,
      reaction: { kind: "reaction", id: reaction.id, subject, reaction },
      reactionGroups: groupReactions(subject),
    };
  }),

  minimizeComment: mutation(async (input, context) => {
    const comment = await subjectOf(context, input.subjectId, ...minimizables);
    if (!mayMinimize(context, comment)) {
      throw new GraphqlFault("FORBIDDEN", "Viewer not authorized");
    }
    comment.minimizedReason = String(input.classifier).toLowerCase().replaceAll("_", "-");
    return { minimizedComment: comment };
  }),
};

function permissionToReact(subject: Reactable) {
  if (subject.kind === "review-comment") return { pull_requests: "write" } as const;
  return permissionOn({ issue: issueOf(subject) });
}
