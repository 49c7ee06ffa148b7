import { mayResolve, resolveThread, unresolveThread } from "../../operations/resolve-thread.ts";
import type { ReviewThread } from "../../state/model.ts";
import { insufficient, mayWrite } from "../access.ts";
import type { GraphqlContext } from "../context.ts";
import type { Fields } from "../fields.ts";
import { permissionToResolve } from "../types/review-thread.ts";
import { mutation } from "./mutation.ts";
import { subjectOf } from "./subject.ts";

export const threadMutations: Fields<unknown> = {
  resolveReviewThread: mutation(async ({ threadId }, context) => {
    const thread = await subjectOf(context, threadId, "review-thread");
    checkMayResolve(thread, context, "resolveReviewThread");
    await resolveThread(context.world, context.token, thread);
    return { thread };
  }),

  unresolveReviewThread: mutation(async ({ threadId }, context) => {
    const thread = await subjectOf(context, threadId, "review-thread");
    checkMayResolve(thread, context, "unresolveReviewThread");
    await unresolveThread(context.world, context.token, thread);
    return { thread };
  }),
};

function checkMayResolve(thread: ReviewThread, context: GraphqlContext, name: string): void {
  const { token } = context;
  if (!mayResolve(token, thread)) throw insufficient(token.actor.login, name);
  if (token.kind === "user" && token.permissions === null) return;
  mayWrite(context, thread.pullRequest.issue.repository, permissionToResolve, name);
}
