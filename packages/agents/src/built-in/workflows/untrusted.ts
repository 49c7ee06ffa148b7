import type { Reference } from "./references.ts";

/**
 * What anybody who can open an issue or a pull request decides, below `github`. Names with a
 * restricted alphabet (logins, numbers, ids) are left out: they cannot carry a command.
 */
const untrusted: readonly (readonly string[])[] = [
  "head_ref",
  "event.changes.body.from",
  "event.changes.title.from",
  "event.check_run.check_suite.head_branch",
  "event.check_suite.head_branch",
  "event.comment.body",
  "event.commits.*.author.email",
  "event.commits.*.author.name",
  "event.commits.*.committer.email",
  "event.commits.*.committer.name",
  "event.commits.*.message",
  "event.discussion.body",
  "event.discussion.title",
  "event.head_commit.author.email",
  "event.head_commit.author.name",
  "event.head_commit.committer.email",
  "event.head_commit.committer.name",
  "event.head_commit.message",
  "event.issue.body",
  "event.issue.title",
  "event.merge_group.head_commit.message",
  "event.pages.*.page_name",
  "event.pull_request.body",
  "event.pull_request.head.label",
  "event.pull_request.head.ref",
  "event.pull_request.head.repo.default_branch",
  "event.pull_request.head.repo.description",
  "event.pull_request.head.repo.homepage",
  "event.pull_request.title",
  "event.review.body",
  "event.review_comment.body",
  "event.workflow_run.display_title",
  "event.workflow_run.head_branch",
  "event.workflow_run.head_commit.author.email",
  "event.workflow_run.head_commit.author.name",
  "event.workflow_run.head_commit.message",
  "event.workflow_run.head_repository.description",
  "event.workflow_run.pull_requests.*.head.ref",
].map((path) => ["github", ...path.split(".")]);

/** Whether an outsider decides the text that the reference gives. */
export function isUntrusted({ path, whole }: Reference): boolean {
  return untrusted.some(
    (pattern) =>
      (path.length === pattern.length || (whole && path.length < pattern.length)) &&
      path.every((part, index) => part === "*" || part === pattern[index]),
  );
}
