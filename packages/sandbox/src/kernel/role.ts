import type { Repository, RepositoryRole, User } from "../state/model.ts";

const roles: readonly RepositoryRole[] = ["read", "triage", "write", "maintain", "admin"];

/** What a user may do in a repository; null: not even see it. */
export function roleOf(repository: Repository, user: User): RepositoryRole | null {
  if (user.id === repository.owner.id) return "admin";
  const given = repository.collaborators.get(user.login.toLowerCase());
  return given ?? (repository.private ? null : "read");
}

/** Whether a role is as much as another, or more; null is none. */
export function isAtLeast(role: RepositoryRole | null, needed: RepositoryRole): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(needed);
}

/** Whether a user has at least this role. */
export function hasRole(repository: Repository, user: User, needed: RepositoryRole): boolean {
  return isAtLeast(roleOf(repository, user), needed);
}

export function canWrite(repository: Repository, user: User): boolean {
  return hasRole(repository, user, "write");
}
