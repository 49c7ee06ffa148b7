import type { Issue, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";

/** The half of an issue or a pull request that both have. */
export function recordIssue(
  world: World,
  author: Author,
  repository: Repository,
  input: { readonly title: string; readonly body: string | null },
): Issue {
  const createdAt = world.now();
  const issue: Issue = {
    kind: "issue",
    id: world.nextId(),
    repository,
    number: nextNumber(repository),
    title: input.title,
    body: input.body,
    author: author.actor,
    state: "open",
    labels: [],
    assignees: [],
    locked: false,
    comments: [],
    reactions: [],
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    pullRequest: null,
  };
  repository.issues.set(issue.number, issue);
  return issue;
}

/** Issues and pull requests count together. */
function nextNumber(repository: Repository): number {
  return Math.max(0, ...repository.issues.keys()) + 1;
}
