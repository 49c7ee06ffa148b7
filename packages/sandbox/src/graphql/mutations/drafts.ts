import { canWrite } from "../../kernel/role.ts";
import { setDraft } from "../../operations/update-pull-request.ts";
import { insufficient, mayWrite } from "../access.ts";
import type { GraphqlContext } from "../context.ts";
import type { Fields } from "../fields.ts";
import { mutation } from "./mutation.ts";
import { subjectOf } from "./subject.ts";

/** REST has no way to do either. */
export const draftMutations: Fields<unknown> = {
  convertPullRequestToDraft: mutation(({ pullRequestId }, context) =>
    change(context, pullRequestId, "convertPullRequestToDraft", true),
  ),

  markPullRequestReadyForReview: mutation(({ pullRequestId }, context) =>
    change(context, pullRequestId, "markPullRequestReadyForReview", false),
  ),
};

async function change(context: GraphqlContext, id: unknown, name: string, draft: boolean) {
  const pullRequest = await subjectOf(context, id, "pull-request");
  const { issue } = pullRequest;
  mayWrite(context, issue.repository, { pull_requests: "write" }, name);
  const { actor, kind } = context.token;
  const isTheirs = issue.author.id === actor.id || canWrite(issue.repository, actor);
  if (kind === "user" && !isTheirs) throw insufficient(actor.login, name);
  await setDraft(context.world, context.token, pullRequest, draft);
  return { pullRequest };
}
