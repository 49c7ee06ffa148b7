import { canWrite } from "../../kernel/role.ts";
import type { IssueComment, Review, ReviewComment } from "../../state/model.ts";
import { can } from "../access.ts";
import type { GraphqlContext } from "../context.ts";
import type { Fields } from "../fields.ts";
import { issueOf } from "../sources.ts";

export type Minimizable = IssueComment | Review | ReviewComment;

export function minimizable<Source extends Minimizable>(): Fields<Source> {
  const mayHide: Fields<Source>[string] = (source, _args, context) => mayMinimize(context, source);
  return {
    isMinimized: ({ minimizedReason }) => minimizedReason !== undefined,
    minimizedReason: ({ minimizedReason }) => minimizedReason ?? null,
    viewerCanMinimize: mayHide,
    viewerCanUnminimize: mayHide,
  };
}

/** People who can write may hide what was said; an App by its permissions. */
export function mayMinimize(context: GraphqlContext, source: Minimizable): boolean {
  const { repository } = issueOf(source);
  const { token } = context;
  const isTrusted = token.kind !== "user" || canWrite(repository, token.actor);
  return isTrusted && can(context, repository, { issues: "write", pull_requests: "write" });
}
