import { roleOf } from "../operations/association.ts";
import type { Repository, RepositoryRole, User } from "../state/model.ts";

const roles: readonly RepositoryRole[] = ["read", "triage", "write", "maintain", "admin"];

/** Whether a user has at least this role. */
export function hasRole(repository: Repository, user: User, needed: RepositoryRole): boolean {
  const role = roleOf(repository, user);
  return role !== null && roles.indexOf(role) >= roles.indexOf(needed);
}
