import type { Repository, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { notFound } from "./refusal.ts";
import { hasRole } from "./role.ts";

/** The repository a path names. @throws Refusal 404 when there is none, or the caller must not know of it */
export function findRepository(
  world: World,
  owner: string,
  name: string,
  token: Token | null,
): Repository {
  const repository = world.repositories.get(`${owner}/${name}`.toLowerCase());
  if (repository === undefined || !isVisible(repository, token)) throw notFound();
  return repository;
}

/** Whether the caller may know that a repository exists. */
export function isVisible(repository: Repository, token: Token | null): boolean {
  if (!repository.private) return true;
  if (token === null || !isCovered(repository, token)) return false;
  return token.kind !== "user" || hasRole(repository, token.actor, "read");
}

/** Whether a token was given for a repository. */
export function isCovered(repository: Repository, token: Token): boolean {
  return token.repositories === "all" || token.repositories.includes(repository.id);
}
