import { associationOf } from "../operations/association.ts";
import type { Issue, PullRequest } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant, instantOrNull } from "./instant.ts";
import { presentLabel } from "./label.ts";
import { nodeId } from "./node-id.ts";
import { presentReactionCounts } from "./reaction.ts";
import { repositoryPage, repositoryUrl } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

export function issueUrl(world: World, issue: Issue): string {
  return `${repositoryUrl(world, issue.repository)}/issues/${issue.number}`;
}

export function issuePage(world: World, issue: Issue): string {
  const kind = issue.pullRequest === null ? "issues" : "pull";
  return `${repositoryPage(world, issue.repository)}/${kind}/${issue.number}`;
}

export function presentIssue(world: World, issue: Issue): Record<string, unknown> {
  const url = issueUrl(world, issue);
  return {
    url,
    repository_url: repositoryUrl(world, issue.repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: issuePage(world, issue),
    id: issue.id,
    node_id: issueNodeId(issue),
    number: issue.number,
    title: issue.title,
    user: presentUser(world, issue.author),
    labels: issue.labels.map((label) => presentLabel(world, issue.repository, label)),
    state: issue.state,
    state_reason: issue.state === "closed" && issue.pullRequest === null ? "completed" : null,
    locked: issue.locked,
    active_lock_reason: null,
    assignee: issue.assignees[0] === undefined ? null : presentUser(world, issue.assignees[0]),
    assignees: issue.assignees.map((user) => presentUser(world, user)),
    milestone: null,
    comments: issue.comments.length,
    created_at: instant(issue.createdAt),
    updated_at: instant(issue.updatedAt),
    closed_at: instantOrNull(issue.closedAt),
    author_association: associationOf(issue.repository, issue.author),
    body: issue.body,
    reactions: presentReactionCounts(url, issue.reactions),
    performed_via_github_app: null,
    ...(issue.pullRequest !== null && pullRequestOf(world, issue, issue.pullRequest)),
  };
}

/** An issue that is a pull request has the id of that. */
function issueNodeId(issue: Issue): string {
  const { pullRequest } = issue;
  return pullRequest === null ? nodeId("Issue", issue.id) : nodeId("PullRequest", pullRequest.id);
}

function pullRequestOf(
  world: World,
  issue: Issue,
  pullRequest: PullRequest,
): Record<string, unknown> {
  const page = issuePage(world, issue);
  return {
    draft: pullRequest.draft,
    pull_request: {
      url: `${repositoryUrl(world, issue.repository)}/pulls/${issue.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: instantOrNull(pullRequest.merged?.at ?? null),
    },
  };
}
