import type { Repository, RepositoryRole, User } from "../state/model.ts";

const roles: readonly RepositoryRole[] = ["read", "triage", "write", "maintain", "admin"];

/** What a user may do in a repository; null: not even see it. */
export function roleOf(repository: Repository, user: User): RepositoryRole | null {
  if (user.id === repository.owner.id) return "admin";
  const given = repository.collaborators.get(user.login.toLowerCase());
  return given ?? (repository.private ? null : "read");
}

/** Whether a user has at least this role. */
export function hasRole(repository: Repository, user: User, needed: RepositoryRole): boolean {
  const role = roleOf(repository, user);
  return role !== null && roles.indexOf(role) >= roles.indexOf(needed);
}
