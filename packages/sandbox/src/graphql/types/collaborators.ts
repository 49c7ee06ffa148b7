import type { Repository, RepositoryRole, User } from "../../state/model.ts";
import type { GraphqlContext } from "../context.ts";

/** Someone who was given a role in a repository. `id` is the user's. */
export interface Collaborator {
  readonly id: number;
  readonly user: User;
  readonly role: RepositoryRole;
}

/** @param query Part of a login or a name. @param login The whole of one. */
export function listCollaborators(
  repository: Repository,
  { world }: GraphqlContext,
  query: string | null,
  login: string | null,
): readonly Collaborator[] {
  const { owner, collaborators } = repository;
  const roles = new Map<string, RepositoryRole>(collaborators);
  if (owner.type === "User") roles.set(owner.login.toLowerCase(), "admin");
  return [...roles]
    .flatMap(([name, role]) => {
      const user = world.users.get(name);
      return user === undefined ? [] : [{ id: user.id, user, role }];
    })
    .filter(({ user }) => isNamed(user, query) && (login === null || isSame(user.login, login)))
    .sort((one, other) => one.id - other.id);
}

function isNamed({ login, name }: User, query: string | null): boolean {
  const part = query?.toLowerCase() ?? "";
  return login.toLowerCase().includes(part) || (name ?? "").toLowerCase().includes(part);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
