import { associationOf } from "../operations/association.ts";
import type { Review } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant } from "./instant.ts";
import { issuePage } from "./issue.ts";
import { nodeId } from "./node-id.ts";
import { pullRequestUrl } from "./pull-request.ts";
import { presentUser } from "./user.ts";

export function presentReview(world: World, review: Review): Record<string, unknown> {
  const { issue } = review.pullRequest;
  const page = `${issuePage(world, issue)}#pullrequestreview-${review.id}`;
  const pullRequest = pullRequestUrl(world, review.pullRequest);
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: presentUser(world, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pullRequest,
    author_association: associationOf(issue.repository, review.author),
    _links: { html: { href: page }, pull_request: { href: pullRequest } },
    ...(review.submittedAt !== null && { submitted_at: instant(review.submittedAt) }),
    commit_id: review.commitSha,
  };
}
