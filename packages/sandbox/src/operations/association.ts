import type { Repository, RepositoryRole, User } from "../state/model.ts";

/** What a user may do in a repository; null: not even see it. */
export function roleOf(repository: Repository, user: User): RepositoryRole | null {
  if (user.id === repository.owner.id) return "admin";
  const given = repository.collaborators.get(user.login.toLowerCase());
  return given ?? (repository.private ? null : "read");
}

export function canWrite(repository: Repository, user: User): boolean {
  const role = roleOf(repository, user);
  return role !== null && role !== "read" && role !== "triage";
}

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
