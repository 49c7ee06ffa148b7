import type { Repository, User } from "../state/model.ts";

/** GitHub's word for how an author stands to a repository. */
export function associationOf(repository: Repository, user: User): string {
  if (user.id === repository.owner.id) return "OWNER";
  if (repository.collaborators.has(user.login.toLowerCase())) {
    return repository.owner.type === "Organization" ? "MEMBER" : "COLLABORATOR";
  }
  return hasContributed(repository, user) ? "CONTRIBUTOR" : "NONE";
}

function hasContributed(repository: Repository, user: User): boolean {
  return [...repository.issues.values()].some(
    ({ author, pullRequest }) =>
      author.id === user.id && pullRequest !== null && pullRequest.merged !== null,
  );
}
