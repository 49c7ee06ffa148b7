import { associationOf } from "../operations/association.ts";
import type { IssueComment } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { presentAppOrNull } from "./app.ts";
import { instant } from "./instant.ts";
import { issuePage, issueUrl } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { presentReactionCounts } from "./reaction.ts";
import { repositoryUrl } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

export function presentIssueComment(world: World, comment: IssueComment): Record<string, unknown> {
  const { issue } = comment;
  const url = `${repositoryUrl(world, issue.repository)}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${issuePage(world, issue)}#issuecomment-${comment.id}`,
    issue_url: issueUrl(world, issue),
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    user: presentUser(world, comment.author),
    created_at: instant(comment.createdAt),
    updated_at: instant(comment.updatedAt),
    author_association: associationOf(issue.repository, comment.author),
    body: comment.body,
    reactions: presentReactionCounts(url, comment.reactions),
    performed_via_github_app: presentAppOrNull(world, comment.app),
  };
}
