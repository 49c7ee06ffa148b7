import { associationOf } from "../operations/association.ts";
import type { PullRequestFacts } from "../operations/git/pull-request-facts.ts";
import type { PullRequest, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { instant, instantOrNull } from "./instant.ts";
import { issuePage, issueUrl } from "./issue.ts";
import { presentLabel } from "./label.ts";
import { nodeId } from "./node-id.ts";
import { presentRepository } from "./repository.ts";
import { repositoryUrl } from "./repository-urls.ts";
import { presentUser } from "./user.ts";

export function pullRequestUrl(world: World, { issue }: PullRequest): string {
  return `${repositoryUrl(world, issue.repository)}/pulls/${issue.number}`;
}

/** A `pull-request-simple`, as lists and reviews' webhooks show it. */
export function presentSimplePullRequest(
  world: World,
  pullRequest: PullRequest,
  mergeCommit: string | null,
): Record<string, unknown> {
  const { issue } = pullRequest;
  const { repository } = issue;
  const assignees = issue.assignees.map((user) => presentUser(world, user));
  return {
    ...addresses(world, pullRequest),
    id: pullRequest.id,
    node_id: nodeId("PullRequest", pullRequest.id),
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: presentUser(world, issue.author),
    body: issue.body,
    labels: issue.labels.map((label) => presentLabel(world, repository, label)),
    milestone: null,
    active_lock_reason: null,
    created_at: instant(issue.createdAt),
    updated_at: instant(issue.updatedAt),
    closed_at: instantOrNull(issue.closedAt),
    merged_at: instantOrNull(pullRequest.merged?.at ?? null),
    merge_commit_sha: pullRequest.merged?.sha ?? mergeCommit,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [],
    requested_teams: [],
    head: presentEnd(world, pullRequest.head, pullRequest.head.repository),
    base: presentEnd(world, pullRequest.base, repository),
    _links: links(addresses(world, pullRequest)),
    author_association: associationOf(repository, issue.author),
    auto_merge: null,
    draft: pullRequest.draft,
  };
}

/** A `pull-request`, with what only git knows of it. */
export function presentPullRequest(
  world: World,
  pullRequest: PullRequest,
  facts: PullRequestFacts,
): Record<string, unknown> {
  const { issue, merged } = pullRequest;
  return {
    ...presentSimplePullRequest(world, pullRequest, facts.mergeCommit),
    merged: merged !== null,
    mergeable: issue.state === "open" ? facts.mergeable : null,
    rebaseable: issue.state === "open" ? facts.mergeable : null,
    mergeable_state: mergeableState(pullRequest, facts),
    merged_by: merged === null ? null : presentUser(world, merged.by),
    comments: issue.comments.length,
    review_comments: pullRequest.threads.flatMap(({ comments }) =>
      comments.filter(({ review }) => review.state !== "PENDING"),
    ).length,
    maintainer_can_modify: false,
    commits: facts.commits,
    additions: facts.additions,
    deletions: facts.deletions,
    changed_files: facts.changedFiles,
  };
}

function mergeableState({ issue, draft }: PullRequest, facts: PullRequestFacts): string {
  if (issue.state === "closed") return "unknown";
  if (!facts.mergeable) return "dirty";
  return draft ? "draft" : "clean";
}

function presentEnd(
  world: World,
  { ref, sha }: { readonly ref: string; readonly sha: string },
  repository: Repository | null,
): Record<string, unknown> {
  return {
    label: repository === null ? `unknown:${ref}` : `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: repository === null ? null : presentUser(world, repository.owner),
    repo: repository === null ? null : presentRepository(world, repository),
  };
}

function addresses(world: World, pullRequest: PullRequest): Record<string, string> {
  const { issue } = pullRequest;
  const url = pullRequestUrl(world, pullRequest);
  const page = issuePage(world, issue);
  const issueAddress = issueUrl(world, issue);
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueAddress,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl(world, issue.repository)}/pulls/comments{/number}`,
    comments_url: `${issueAddress}/comments`,
    statuses_url: `${repositoryUrl(world, issue.repository)}/statuses/${pullRequest.head.sha}`,
  };
}

function links(urls: Record<string, string>): Record<string, { href: string | undefined }> {
  return {
    self: { href: urls.url },
    html: { href: urls.html_url },
    issue: { href: urls.issue_url },
    comments: { href: urls.comments_url },
    review_comments: { href: urls.review_comments_url },
    review_comment: { href: urls.review_comment_url },
    commits: { href: urls.commits_url },
    statuses: { href: urls.statuses_url },
  };
}
